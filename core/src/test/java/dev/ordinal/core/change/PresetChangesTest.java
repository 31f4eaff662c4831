package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.manifest.Manifest;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a preset knows is asked for whatever carries its annotations, in text as in Java. */
class PresetChangesTest {
    /** Ships must not sink. */
    public static final class Fleet implements PresetChanges {
        @Override
        public String preset() {
            return "fleet";
        }

        @Override
        public Stream<Diagnostic> check(PresetChange change) {
            return change.after().number("ships") < change.before().number("ships")
                            && !change.after().is("peace")
                    ? Stream.of(change.error("ShipsStayAfloat", "ships", "a ship would sink", "keep all ships"))
                    : Stream.empty();
        }

        @Override
        public List<Step> before(PresetChange change) {
            return change.replicas() < change.replicasBefore()
                    ? List.of(Step.titled("Let the crew leave")
                            .run("leave " + change.set().name()))
                    : List.of();
        }

        @Override
        public List<Step> after(PresetChange change) {
            return change.changes("ships")
                    ? List.of(Step.titled("Count the ships").run("count"))
                    : List.of();
        }
    }

    private static final String SET = PlanTest.SET.replace(
            "namespace: shop}",
            "namespace: shop, annotations: {preset.ordinal.dev/name: fleet, preset.ordinal.dev/ships: \"3\"}}");

    private static Change change(String... replacements) {
        String wanted = SET;
        for (int i = 0; i < replacements.length; i += 2) {
            wanted = wanted.replace(replacements[i], replacements[i + 1]);
        }
        return Change.between(Manifest.parse(SET), Manifest.parse(wanted));
    }

    @Test
    void a_preset_judges_its_own_sets() {
        assertThat(change("ships: \"3\"", "ships: \"2\"").report())
                .hasToString(
                        """
                        ERROR    StatefulSet shop/db  metadata.annotations[preset.ordinal.dev/ships]
                                 at     <text>:3:85
                                 found  "3" -> "2"
                                 why    a ship would sink
                                 fix    keep all ships
                                 rule   ShipsStayAfloat

                        1 error, 0 warnings
                        """);
        assertThat(change("ships: \"3\"", "ships: \"2\"").plan()).isEmpty();
        assertThat(change("name: fleet", "name: army", "ships: \"3\"", "ships: \"2\"")
                        .report()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void the_steps_of_a_preset_come_before_and_after() {
        assertThat(change("replicas: 2", "replicas: 1", "ships: \"3\"", "ships: \"4\"")
                        .plan())
                .extracting(Step::title)
                .containsExactly("Let the crew leave", "Apply the wanted manifest", "Count the ships");
    }

    @Test
    void a_set_is_not_scaled_by_hand_below_a_majority_of_its_members() {
        String three = SET.replace("replicas: 2", "replicas: 3").replace("ships: \"3\"", "members: \"3\"");

        assertThat(between(three, three.replace("replicas: 3", "replicas: 1")))
                .hasToString(
                        """
                        ERROR    StatefulSet shop/db  spec.replicas
                                 at     <text>:6:3
                                 found  3 -> 1
                                 why    the configuration still knows 3 members, of which 2 must run: nobody can lead, and nothing is
                                        written
                                 fix    keep at least 2, or render the preset with fewer members
                                 rule   MajorityKeepsRunning

                        1 error, 0 warnings
                        """);
        assertThat(between(three, three.replace("replicas: 3", "replicas: 2")).isEmpty())
                .isTrue();
        assertThat(between(three, three.replace("replicas: 3", "replicas: 0")).isEmpty())
                .isTrue();
        assertThat(between(three, three.replace("replicas: 3", "replicas: 1").replace("\"3\"", "\"1\""))
                        .isEmpty())
                .isTrue();
    }

    private static Report between(String running, String wanted) {
        return Change.between(Manifest.parse(running), Manifest.parse(wanted)).report();
    }

    @Test
    void facts_survive_on_an_object() {
        Facts facts = Facts.of("fleet").with("ships", 3).with("peace", true).with("flag", "red, or \"none\"");
        ConfigMap object = new ConfigMap();
        object.setMetadata(new ObjectMeta());
        object.getMetadata().setAnnotations(facts.annotations());

        assertThat(Facts.on(object)).contains(facts);
        assertThat(facts.number("ships")).isEqualTo(3);
        assertThat(facts.number("flag")).isEqualTo(-1);
        assertThat(facts.number("missing")).isEqualTo(-1);
        assertThat(facts.value("missing")).isEmpty();
        assertThat(facts.is("peace")).isTrue();
        object.getMetadata().setAnnotations(Map.of("other", "x"));
        assertThat(Facts.on(object)).isEmpty();
        assertThat(Facts.on(new ConfigMap())).isEmpty();
    }
}
