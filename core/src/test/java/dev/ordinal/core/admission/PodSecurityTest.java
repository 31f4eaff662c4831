package dev.ordinal.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.admission.PodSecurity.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PodSecurityTest {
    @Test
    void every_recorded_pod_gets_the_verdict_and_the_checks_of_the_real_plugin() {
        List<String> wrong = new ArrayList<>();
        for (Map<String, @Nullable Object> line : Corpus.lines("podsecurity.jsonl.gz")) {
            PodSecurity security = PodSecurity.of(Corpus.map(line.get("template")), Map.of());
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
        PodSecurity security = PodSecurity.of(Map.of("containers", List.of(Map.of("name", "c"))), Map.of());

        assertThat(security.level()).isEqualTo(Level.BASELINE);
        assertThat(security.violations(Level.RESTRICTED))
                .containsExactly(
                        "allowPrivilegeEscalation", "unrestricted capabilities", "seccompProfile", "runAsNonRoot");
    }
}
