package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Report;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about an object that the API server could not decode. */
class StrictReaderFaultsTest {
    private static final String SET = "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\n";

    private static List<Diagnostic> faults(String text) {
        return StrictReader.read(text, "db.yaml").diagnostics();
    }

    private static String fix(String text) {
        assertThat(faults(text)).hasSize(1);
        return faults(text).get(0).fix();
    }

    private static String fixInPod(String spec) {
        return fix("apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: " + spec);
    }

    @Test
    void all_faults_are_told_at_once_with_their_places() {
        assertThat(
                        Report.of(
                                faults(
                                        """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: db
                  annotations:
                    a/b: true
                spec:
                  replicas: "3"
                  serviceNam: db
                  template:
                    spec:
                      securityContext: {runAsUser: 99999999999}
                      containers:
                      - name: db
                        name: db2
                        command: sleep
                        resources:
                          limits: {memory: 1 GB}
                """)))
                .hasToString(
                        """
                ERROR    StatefulSet db  metadata.annotations[a/b]
                         at     db.yaml:6:5
                         found  true, a boolean
                         why    a/b takes a text, and the API server refuses anything else
                         fix    write a/b: "true"
                         rule   RightType

                ERROR    StatefulSet db  spec.replicas
                         at     db.yaml:8:3
                         found  "3"
                         why    replicas takes a whole number, and the API server refuses anything else
                         fix    write replicas: 3, without quotes
                         rule   RightType

                ERROR    StatefulSet db  spec.serviceNam
                         at     db.yaml:9:3
                         found  the field "serviceNam"
                         why    Kubernetes 1.36 knows no field of that name here, and the API server refuses the object
                         fix    rename it to "serviceName"
                         rule   KnownField

                ERROR    StatefulSet db  spec.template.spec.containers[0].command
                         at     db.yaml:16:9
                         found  "sleep"
                         why    command takes a list, and the API server refuses anything else
                         fix    write it as a list: command: ["sleep"]
                         rule   RightType

                ERROR    StatefulSet db  spec.template.spec.containers[0].name
                         at     db.yaml:15:9
                         found  the key "name" a second time
                         why    only one of the values can count, and the API server refuses an object that leaves it open
                         fix    remove one of the two, or merge their contents
                         rule   UniqueKey

                ERROR    StatefulSet db  spec.template.spec.containers[0].resources.limits[memory]
                         at     db.yaml:18:20
                         found  "1 GB"
                         why    memory takes a quantity such as "500m" or "1Gi", and the API server refuses anything else
                         fix    write memory: 1Gi
                         rule   RightType

                6 errors, 0 warnings
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {containrs: []}                                            | rename it to "containers"
            {runAsUser: 5}                                             | move it down to spec.securityContext.runAsUser
            {containers: [{serviceAccountName: x}]}                    | move it up to spec.serviceAccountName
            {containers: [{runAsUser: 5}]}                             | move it down to spec.containers[0].securityContext.runAsUser
            {containers: [{securityContext: {imagePullSecrets: []}}]}  | move it up to spec.imagePullSecrets
            {containers: [{noSuchField: 5}]}                           | remove it; the fields that exist are listed by: kubectl explain pod.spec.containers
            {evictionResponders: []}                                   | remove it until the cluster runs a later version of Kubernetes
            """)
    void the_field_that_was_meant_is_named(String spec, String fix) {
        assertThat(fixInPod(spec)).isEqualTo(fix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {containers: 80}                                  | write a list, each item after "- "
            {containers: {name: a}}                           | put "- " before the first field of each item
            {containers: [{args: 80}]}                        | write it as a list: args: [80]
            {containers: [{args: [5]}]}                       | write "5"
            {containers: [name:db]}                           | write name: db, with a space after the colon
            {securityContext: [a]}                            | remove the "- " or the brackets, because only one value can stand here
            {nodeSelector: {disk: 5}}                         | write disk: "5"
            {containers: [{image: 1.10}]}                     | write image: "1.10"
            {hostNetwork: "yes"}                              | write hostNetwork: true, without quotes
            {hostNetwork: 1}                                  | write true or false, without quotes
            {priority: 2147483648}                            | use a number from -2147483648 to 2147483647
            {priority: 1.5}                                   | write priority: 1
            {priority: high}                                  | write a whole number
            {activeDeadlineSeconds: 9223372036854775808}      | use a number from -9223372036854775808 to 9223372036854775807
            {overhead: {cpu: 1 m}}                            | write cpu: 1m
            {overhead: {memory: 2gb}}                         | write a number with an optional unit: m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi or Ei
            {overhead: {memory: 1K}}                          | write memory: 1k
            """)
    void how_to_write_a_value_is_told(String spec, String fix) {
        assertThat(fixInPod(spec)).isEqualTo(fix);
    }

    @Test
    void values_of_secrets_are_not_shown() {
        List<Diagnostic> faults =
                faults("apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {password: hunter2!}");
        assertThat(faults)
                .singleElement()
                .hasToString(
                        """
                ERROR    Secret s  data[password]
                         at     db.yaml:4:8
                         found  a text of 8 characters, not shown
                         why    password takes bytes in base64, and the API server refuses anything else
                         fix    encode it, for example with: base64 -w0; or move it as it is to stringData (of a Secret) or
                                data (of a ConfigMap)
                         rule   RightType""");
    }

    @ParameterizedTest
    @CsvSource({
        "apps/v1beta1,StatefulSet,write apiVersion: apps/v1",
        "v1,StatefulSet,write apiVersion: apps/v1",
        "app/v1,StatefulSet,write apiVersion: apps/v1",
        "apps/v1,Statefulset,write kind: StatefulSet",
        "apps/v1,StatefulSets,write kind: StatefulSet",
        "v1,Sevice,write kind: Service",
        "extensions/v1beta1,Ingress,write apiVersion: networking.k8s.io/v1",
        "networking.k8.io/v1,NetworkPolicy,write apiVersion: networking.k8s.io/v1",
        "policy/v1beta1,PodDisruptionBudget,write apiVersion: policy/v1",
        "autoscaling/v2beta2,HorizontalPodAutoscaler,write apiVersion: autoscaling/v2",
        "apps/v1,Application,check apiVersion and kind against: kubectl api-resources"
    })
    void a_kind_that_is_not_served_is_an_error(String apiVersion, String kind, String fix) {
        assertThat(fix("apiVersion: " + apiVersion + "\nkind: " + kind + "\n")).isEqualTo(fix);
    }

    @ParameterizedTest
    @CsvSource({
        "cert-manager.io/v1,Certificate",
        "serving.knative.dev/v1,Service",
        "crd.projectcalico.org/v1,NetworkPolicy",
        "storage.k8s.io/v1,StorageClass",
        "v1,Event"
    })
    void a_kind_of_somebody_else_is_none_of_our_business(String apiVersion, String kind) {
        assertThat(faults("apiVersion: " + apiVersion + "\nkind: " + kind + "\nspec: {on: 5}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            kind: Service           | add apiVersion: v1
            apiVersion: apps/v1     | add kind: StatefulSet
            a: b                    | add kind: StatefulSet
            {apiVersion: v1, kind: 5} | write kind: Pod
            """)
    void apiVersion_and_kind_must_be_there(String text, String fix) {
        assertThat(fix(text)).isEqualTo(fix);
    }

    @Test
    void unknown_fields_and_double_keys_leave_an_object_for_the_rules() {
        Reading reading = StrictReader.read(SET + "spec: {replicas: 1, replicas: 2, noSuchField: {a: 1}}", "<text>");
        StatefulSet set =
                (StatefulSet) Objects.requireNonNull(reading.documents().get(0).model());
        assertThat(set.getSpec().getReplicas()).isEqualTo(2);
        assertThat(set.getSpec().getAdditionalProperties()).isEqualTo(Map.of("noSuchField", Map.of("a", 1)));
        assertThat(reading.diagnostics()).hasSize(2);
    }

    @Test
    void a_wrong_type_leaves_no_object_but_the_tree() {
        Document document = StrictReader.read(SET + "spec: {replicas: x}", "<text>")
                .documents()
                .get(0);
        assertThat(document.model()).isNull();
        assertThat(document.tree()).containsEntry("spec", Map.of("replicas", "x"));
        assertThat(document.positions()).containsKey("spec.replicas");
    }

    @Test
    void null_means_nothing_in_a_field_and_zero_in_a_list() {
        Reading reading = StrictReader.read(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, labels: {a: null}, creationTimestamp: null}
                spec: {priority: null, containers: [null], nodeSelector:}
                status: null
                """,
                "<text>");
        assertThat(reading.diagnostics()).isEmpty();
        Pod pod = (Pod) Objects.requireNonNull(reading.documents().get(0).model());
        assertThat(pod.getSpec().getPriority()).isNull();
        assertThat(pod.getSpec().getContainers()).hasSize(1).doesNotContainNull();
        assertThat(pod.getMetadata().getLabels()).isEqualTo(Map.of("a", ""));
    }

    @Test
    void numbers_of_yaml_that_are_whole_are_integers_as_for_the_server() {
        assertThat(faults(SET + "spec: {replicas: 3.0, minReadySeconds: 1e2, revisionHistoryLimit: 0x1F}"))
                .isEmpty();
        assertThat(faults("{\"apiVersion\":\"apps/v1\",\"kind\":\"StatefulSet\",\"spec\":{\"replicas\":3.0}}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "1Gi", "1.5Gi", ".5", "1.", "+1", "-1", "1e3", "1E3", "1e+3", "1e-3", "100n", "5u", "7k", "1E",
                "1Ei", "Ki", "''", "-"
            })
    void quantities_follow_the_grammar_of_the_server(String text) {
        boolean empty = text.equals("''");
        assertThat(faults("apiVersion: v1\nkind: Pod\nspec: {overhead: {cpu: '" + (empty ? "" : text) + "'}}")
                        .isEmpty())
                .isEqualTo(!empty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1gi", "1 Gi", "1K", "1KB", "abc", "1e", "1e1.5", "1.2.3", "1,5", "--1", "0x10", "1Gi5", "\u0661"
            })
    void what_is_no_quantity_is_refused(String text) {
        assertThat(faults("apiVersion: v1\nkind: Pod\nspec: {overhead: {cpu: '" + text + "'}}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "aGk=,true",
        "'',true",
        "aGk,false",
        "a===,false",
        "aGk=aGk=,false",
        "aGk-,false",
        "'aG\\nk=',true",
        "aGl=,true"
    })
    void bytes_are_base64_with_padding(String text, boolean fine) {
        assertThat(faults("apiVersion: v1\nkind: ConfigMap\nbinaryData: {k: \"" + text + "\"}")
                        .isEmpty())
                .isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z,true",
        "2026-01-31T12:00:00.123456Z,true",
        "2026-01-31T12:00:00+02:00,true",
        "2026-02-30T12:00:00Z,false",
        "2026-01-31,false",
        "'',false",
        "yesterday,false"
    })
    void times_are_those_of_rfc_3339(String text, boolean fine) {
        assertThat(faults("apiVersion: v1\nkind: Pod\nmetadata: {deletionTimestamp: '" + text + "'}")
                        .isEmpty())
                .isEqualTo(fine);
    }

    @Test
    void objects_that_were_made_in_java_are_decoded_too() {
        Pod pod = new Pod();
        pod.setMetadata(new ObjectMetaBuilder().withName("p").build());
        pod.setSpec(new PodSpecBuilder()
                .addToOverhead("cpu", new Quantity("1", "GB"))
                .build());
        pod.getSpec().setAdditionalProperty("noSuchField", 5);
        assertThat(StrictReader.read(pod).diagnostics())
                .map(Diagnostic::path)
                .containsExactly("spec.overhead[cpu]", "spec.noSuchField");
        assertThat(StrictReader.read(pod).diagnostics())
                .allMatch(d -> d.position().isEmpty() && d.refusal().isPresent());
    }
}
