package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

final class HandMade {
    static ResourceGraph graph(String phase) {
        KubernetesList list = YAMLMapper.builder().build().readValue(text("hand-made.yaml"), KubernetesList.class);
        List<HasMetadata> items = list.getItems();
        for (HasMetadata item : items) {
            if (item instanceof ConfigMap map) {
                map.setData(new java.util.HashMap<>(
                        switch (map.getMetadata().getName()) {
                            case "zk-conf" ->
                                Map.of(
                                        "zoo.cfg",
                                        text("zoo.cfg")
                                                + """
                        server.1=zk-1.zk-headless.test.svc.cluster.local:2888:3888;2181
                        server.2=zk-2.zk-headless.test.svc.cluster.local:2888:3888;2181
                        server.3=zk-3.zk-headless.test.svc.cluster.local:2888:3888;2181
                        """,
                                        "logback.xml",
                                        text("logback.xml"));
                            case "zk-scripts" -> Map.of("prepare.sh", text("prepare.sh"));
                            default -> Map.of("phase", phase);
                        }));
            }
        }
        return ResourceGraph.of(items);
    }

    private static String text(String name) {
        try (InputStream in = HandMade.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
