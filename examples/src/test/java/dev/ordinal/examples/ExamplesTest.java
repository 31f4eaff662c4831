package dev.ordinal.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.yaml.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every example prints, in full. {@code -Dgolden.rewrite=true} writes the texts anew, to be read before they are committed. */
class ExamplesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/ordinal/examples");

    @Test
    void the_banking_platform_has_its_mysql() throws Exception {
        printsAs("banking-mysql.yaml", BankingMySql::main);
        assertThat(Manifest.of(BankingMySql.app()).report().isEmpty()).isTrue();
    }

    /** The guide's own two manifests say less, and nothing else: every value of theirs is in ours, but for image and size. */
    @Test
    void the_banking_platforms_mysql_is_the_guides_and_more() throws IOException {
        List<Map<String, ?>> guide = trees(GuideReview.guide());
        List<Map<String, ?>> ours = trees(Manifest.of(BankingMySql.app()));
        assertThat(guide).hasSize(2).allSatisfy(theirs -> assertThat(ours)
                .anySatisfy(tree -> assertHolds(tree, theirs, String.valueOf(theirs.get("kind")))));
    }

    private static void assertHolds(@Nullable Object ours, @Nullable Object theirs, String path) {
        if (theirs instanceof Map<?, ?> map) {
            Map<?, ?> fields = (Map<?, ?>) Objects.requireNonNull(ours, path);
            map.forEach((key, value) -> assertHolds(fields.get(key), value, path + "." + key));
        } else if (theirs instanceof List<?> list) {
            List<?> items = (List<?>) Objects.requireNonNull(ours, path);
            assertThat(items).as(path).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                assertHolds(items.get(i), list.get(i), path + "[" + i + "]");
            }
        } else if (!path.endsWith(".image") && !path.endsWith(".storage")) {
            assertThat(ours).as(path).isEqualTo(theirs);
        }
    }

    private static List<Map<String, ?>> trees(Manifest manifest) {
        return manifest.graph().objects().stream()
                .<Map<String, ?>>map(Trees::of)
                .toList();
    }

    @Test
    void the_guides_yaml_gets_an_experts_findings() throws Exception {
        printsAs("guide-review.txt", GuideReview::main);
    }

    @Test
    void an_app_of_ones_own_is_printed_with_what_it_needs() throws Exception {
        printsAs("orders-db.txt", OrdersDb::main);
        assertThat(Manifest.of(OrdersDb.app()).report().isEmpty()).isTrue();
    }

    @Test
    void a_broken_app_gets_all_its_findings_at_once() throws Exception {
        printsAs("broken-app.txt", BrokenApp::main);
    }

    @Test
    void the_ensemble_is_one_sentence() throws Exception {
        printsAs("zookeeper.yaml", ZooKeeper::main);
        assertThat(Manifest.of(ZooKeeper.ensemble()).report().isEmpty()).isTrue();
    }

    @Test
    void a_database_that_fails_over_by_itself_is_one_sentence() throws Exception {
        printsAs("mysql.yaml", MySql::main);
        assertThat(Manifest.of(MySql.cluster()).report().isEmpty()).isTrue();
    }

    @Test
    void a_kafka_cluster_is_one_sentence() throws Exception {
        printsAs("kafka-events.yaml", KafkaEvents::main);
        printsAs("kafka-events.md", arguments -> KafkaEvents.main(new String[] {"run-book"}));
        assertThat(Manifest.of(KafkaEvents.events()).report().isEmpty()).isTrue();
    }

    @Test
    void a_label_in_a_selector_is_mended_under_running_pods() throws Exception {
        printsAs("label-in-selector.txt", LabelInSelector::main);
    }

    @Test
    void a_volume_grows_by_a_script() throws Exception {
        printsAs("volume-growth.sh", VolumeGrowth::main);
    }

    @Test
    void fewer_members_of_an_ensemble_are_a_plan() throws Exception {
        printsAs("fewer-zookeepers.txt", FewerZooKeepers::main);
    }

    @Test
    void another_name_leaves_the_data_behind() throws Exception {
        printsAs("renamed-kafka.txt", RenamedKafka::main);
    }

    private static void printsAs(String file, Main main) throws Exception {
        String printed = Main.printed(main);
        Path golden = GOLDEN.resolve(file);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(golden));
    }
}
