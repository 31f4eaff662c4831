package dev.ordinal.bench.peers;

import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.JsonPatch;

/** A process that prints the guide's MySQL, without its claim, with cdk8s. */
final class Cdk8s {
    private static final Map<String, String> LABELS = Map.of("app", "mysql");

    private Cdk8s() {}

    public static void main(String[] args) {
        App app = new App();
        Chart chart = new Chart(app, "mysql");
        object(chart, "v1", "Service")
                .addJsonPatch(JsonPatch.add(
                        "/spec",
                        Map.of(
                                "clusterIP", "None",
                                "selector", LABELS,
                                "ports", List.of(Map.of("name", "mysql", "port", 3306)))));
        object(chart, "apps/v1", "StatefulSet")
                .addJsonPatch(JsonPatch.add(
                        "/spec",
                        Map.of(
                                "serviceName", "mysql",
                                "replicas", 3,
                                "selector", Map.of("matchLabels", LABELS),
                                "template", template())));
        System.out.println(app.synthYaml());
    }

    private static Map<String, Object> template() {
        Map<String, Object> container = Map.of("name", "mysql", "image", "mysql:8.4.6");
        return Map.of("metadata", Map.of("labels", LABELS), "spec", Map.of("containers", List.of(container)));
    }

    private static ApiObject object(Chart chart, String apiVersion, String kind) {
        return ApiObject.Builder.create(chart, kind)
                .apiVersion(apiVersion)
                .kind(kind)
                .metadata(ApiObjectMetadata.builder().name("mysql").labels(LABELS).build())
                .build();
    }
}
