package dev.ordinal.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.admission.PodSecurity.Level;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PodSecurityTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void every_recorded_pod_gets_the_verdict_and_the_checks_of_the_real_plugin() {
        List<String> wrong = new ArrayList<>();
        for (Map<String, @Nullable Object> line : Corpus.lines("podsecurity.jsonl.gz")) {
            PodSecurity security = judge(Corpus.map(line.get("template")), Map.of());
            for (Level level : List.of(Level.BASELINE, Level.RESTRICTED)) {
                String name = level == Level.BASELINE ? "baseline" : "restricted";
                TreeSet<String> judged = new TreeSet<>(security.violations(level));
                TreeSet<String> recorded = new TreeSet<>();
                Corpus.list(line.get(name)).forEach(check -> recorded.add(Corpus.text(check)));
                if (!judged.equals(recorded)) {
                    wrong.add(
                            name + " " + line.get("template") + "\n   judged " + judged + "\n   recorded " + recorded);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_pod_with_nothing_written_meets_the_baseline_and_no_more() {
        PodSecurity security = judge(Map.of("containers", List.of(Map.of("name", "c"))), Map.of());

        assertThat(security.level()).isEqualTo(Level.BASELINE);
        assertThat(security.violations(Level.RESTRICTED))
                .containsExactly(
                        "allowPrivilegeEscalation", "unrestricted capabilities", "seccompProfile", "runAsNonRoot");
    }

    @Test
    void a_hardened_pod_meets_the_restricted_level() {
        assertThat(hardened(Map.of()).level()).isEqualTo(Level.RESTRICTED);
        assertThat(hardened(Map.of("volumes", List.of(Map.of("name", "scratch"))))
                        .level())
                .isEqualTo(Level.RESTRICTED);
    }

    @Test
    void no_is_never_an_answer_to_run_as_non_root() {
        Map<String, @Nullable Object> context =
                Map.of("runAsNonRoot", false, "seccompProfile", Map.of("type", "RuntimeDefault"));

        assertThat(hardened(Map.of("securityContext", context)).violations(Level.RESTRICTED))
                .containsExactly("runAsNonRoot");
    }

    @Test
    void a_pod_with_its_own_users_may_be_root_among_them() {
        Map<String, @Nullable Object> context =
                Map.of("runAsUser", 0, "seccompProfile", Map.of("type", "RuntimeDefault"));

        assertThat(hardened(Map.of("securityContext", context)).violations(Level.RESTRICTED))
                .containsExactly("runAsUser");
        assertThat(hardened(Map.of("securityContext", context, "hostUsers", false))
                        .violations(Level.RESTRICTED))
                .isEmpty();
    }

    @Test
    void the_host_network_makes_every_port_one_of_the_host() {
        assertThat(hardened(Map.of("hostNetwork", true)).violations(Level.BASELINE))
                .containsExactly("host namespaces", "hostPort");
    }

    @Test
    void an_old_annotation_counts_like_the_field() {
        Map<String, String> annotations = Map.of("container.apparmor.security.beta.kubernetes.io/c", "unconfined");

        assertThat(judge(Map.of(), annotations).violations(Level.BASELINE))
                .containsExactly("forbidden AppArmor profile");
    }

    private static PodSecurity hardened(Map<String, @Nullable Object> changes) {
        Map<String, @Nullable Object> pod = new HashMap<>();
        pod.put("securityContext", Map.of("seccompProfile", Map.of("type", "RuntimeDefault")));
        pod.put(
                "containers",
                List.of(Map.of(
                        "name", "c",
                        "ports", List.of(Map.of("containerPort", 80)),
                        "securityContext",
                                Map.of(
                                        "runAsNonRoot", true,
                                        "allowPrivilegeEscalation", false,
                                        "capabilities", Map.of("drop", List.of("ALL"))))));
        pod.putAll(changes);
        return judge(pod, Map.of());
    }

    private static PodSecurity judge(Map<String, @Nullable Object> pod, Map<String, String> annotations) {
        return PodSecurity.of(MAPPER.convertValue(pod, PodSpec.class), annotations);
    }
}
