package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChangesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "changes.md");
    private static final String HEAD =
            """
            # Changes

            `Change.between(running, wanted)` tells what applying one manifest over another does. What runs may come from Java, from
            files, or from `kubectl get -o yaml` with everything that the server has filled in. A wanted manifest that says no namespace
            is put into the one in which all of that runs.

            | Question | Answer |
            |---|---|
            | What differs, and what does each difference do? | `fields()`: free, rolls pods, refused, possible only by re-creation, dangerous to data |
            | Which objects come and go, and what becomes of claims? | `objects()` |
            | What does the server refuse, and what would be regretted? | `report()`: refusals as errors with the server's own cause; the rules below |
            | What is to be done, in which order? | `plan()`: steps with command and check; `text()`, `markdown()`, `script()` |
            | And carefully? | `canary()`: one pod first |
            | Which pods go when, how many are ready, how long does it take? | `rehearsals()`, with the timeline of each set |
            | Is it safe to release? | `ManifestAssert.assertThat(manifest).isSafeUpdateFrom(path)` in any test |

            A finding of one of these rules is allowed by the annotation `ordinal.dev/allow-change.<Rule>: <reason>` on the object that it is
            about; the report tells it at its end. What the API server refuses cannot be allowed. The API server's own refusals
            carry the rule `UpdateIsAllowed`.

            A set that is renamed leaves its data behind, which is an error, `SetKeepsItsName`; one that moves to another namespace
            does so too, which is a warning, `SetKeepsItsNamespace`; pruning an object that takes data with it is a warning,
            `PruningKeepsData`. Nobody prunes what nobody applied: claims of sets, what a controller owns, what
            every namespace has.

            What the API server lets change depends on its version, which `wanted.forKubernetes("1.33")` names. Between 1.30 and 1.36
            these became free; the numbers are pull requests of kubernetes/kubernetes:

            | Of | Changes | From | Source |
            |---|---|---|---|
            | StatefulSet | `revisionHistoryLimit` | 1.33 | 129017 |
            | PersistentVolumeClaim | the size, to less than was asked for and more than there is, after a growth that failed | 1.32 | 128342 |
            | PersistentVolumeClaim | `volumeAttributesClassName`; to none only while none was applied | 1.34 | 131549, 132106 |
            | Job, suspended | resources of containers | 1.36 | 132441, 135965 |
            | Job, suspended after it had started, with no pods left | the same, and labels, annotations and scheduling directives | 1.36 | 135104, 139287 |

            Whether a claim is bound, how large its volume is, and whether a Job has started is read from the status, so it is known
            where the running manifest comes from the cluster.
            """;

    /** Written anew with {@code -Dgolden.rewrite=true}. */
    @Test
    void the_page_says_what_the_rules_say() throws IOException {
        String page = HEAD
                + ChangeRules.all().stream()
                        .map(rule -> "\n## " + rule.name() + "\n\n" + rule.about() + "\n")
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}
