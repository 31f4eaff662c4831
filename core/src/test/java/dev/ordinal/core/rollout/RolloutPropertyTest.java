package dev.ordinal.core.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.rollout.Step.State;
import dev.ordinal.core.yaml.DeepCopy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every set and every sequence of actions. */
class RolloutPropertyTest {
    private static final List<String> WHOLESOME = List.of("scale", "image", "start", "delete", "fail");
    private static final List<String> ALL = List.of(
            "scale",
            "image",
            "start",
            "delete",
            "fail",
            "broken",
            "unready",
            "never",
            "partition",
            "on delete",
            "retain",
            "settle",
            "drop",
            "create");

    /** One action on a rollout; the number says which pod, how many, or which image. */
    record Action(String word, int number) {
        Rollout on(Rollout before, StatefulSet set) {
            String pod = "db-" + number;
            return switch (word) {
                case "scale" -> before.patch(Map.of("replicas", number));
                case "start" -> before.patch(Map.of("ordinals", Map.of("start", number)));
                case "image" -> before.image("v" + number);
                case "broken" -> before.image("broken" + number);
                case "delete" -> before.deletePod(pod);
                case "fail" -> before.failPod(pod);
                case "unready" -> before.unreadyPod(pod);
                case "never" -> before.neverReady(pod);
                case "partition" ->
                    before.patch(Map.of(
                            "updateStrategy",
                            Map.of("type", "RollingUpdate", "rollingUpdate", Map.of("partition", number))));
                case "on delete" -> before.patch(Map.of("updateStrategy", Map.of("type", "OnDelete")));
                case "retain" ->
                    before.patch(Map.of(
                            "persistentVolumeClaimRetentionPolicy",
                            Map.of(
                                    "whenScaled", number % 2 == 0 ? "Delete" : "Retain",
                                    "whenDeleted", number % 3 == 0 ? "Delete" : "Retain")));
                case "settle" -> before.patch(Map.of("minReadySeconds", number));
                case "drop" -> before.deleteSet(number % 2 == 0 ? "Orphan" : "Background");
                default -> before.create(set);
            };
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void every_action_ends_where_nothing_moves(@ForAll("sets") String fields, @ForAll("actions") List<Action> actions) {
        for (Rollout rollout : rehearsed(Sets.with(fields), actions)) {
            assertThat(rollout.steps()).isNotEmpty().hasSizeLessThan(60);
            assertThat(rollout.end().pods().values())
                    .extracting(Step.Pod::state)
                    .doesNotContain(State.PENDING, State.TERMINATING);
            assertThat(rollout.deletePod("nobody-0").steps()).containsExactly(rollout.end());
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void the_set_that_is_given_is_never_changed(
            @ForAll("sets") String fields, @ForAll("actions") List<Action> actions) {
        StatefulSet set = Sets.with(fields);
        StatefulSet before = DeepCopy.of(set);

        rehearsed(set, actions);

        assertThat(set).isEqualTo(before);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_rollout_tells_the_same_after_other_actions_on_it(
            @ForAll("sets") String fields,
            @ForAll("actions") List<Action> actions,
            @ForAll("actions") List<Action> other) {
        List<Rollout> rollouts = rehearsed(Sets.with(fields), actions);
        Rollout last = rollouts.get(rollouts.size() - 1);
        List<List<Step>> once = other.stream()
                .map(action -> action.on(last, Sets.with(fields)).steps())
                .toList();

        assertThat(other.stream()
                        .map(action -> action.on(last, Sets.with(fields)).steps()))
                .isEqualTo(once);
    }

    /** The name of a pod is used again only after its object has left. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void there_are_never_two_pods_of_one_ordinal(
            @ForAll("sets") String fields, @ForAll("actions") List<Action> actions) {
        for (Rollout rollout : rehearsed(Sets.with(fields), actions)) {
            pairs(rollout).forEach(pair -> pair.after().pods().forEach((name, pod) -> {
                Step.Pod before = pair.before().pods().get(name);
                if (before != null && before.state() != State.TERMINATING && before.state() != State.FAILED) {
                    assertThat(pod.revision()).isEqualTo(before.revision());
                    assertThat(pod.state()).isNotEqualTo(State.PENDING);
                }
            }));
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void under_OrderedReady_nothing_is_made_or_taken_down_past_a_pod_that_is_not_ready(
            @ForAll("sets") String fields, @ForAll("actions") List<Action> actions) {
        StatefulSet set = Sets.with(fields.replace("Parallel", "OrderedReady"));
        int start = Spec.of(set).start();
        int replicas = Spec.of(set).replicas();
        Rollout rollout = Rollout.of(set);
        boolean isThere = true;
        for (Action action : actions) {
            rollout = action.on(rollout, set);
            if (action.word().equals("create") && !isThere) {
                start = Spec.of(set).start();
                replicas = Spec.of(set).replicas();
            }
            isThere =
                    action.word().equals("create") || (isThere && !action.word().equals("drop"));
            start = isThere && action.word().equals("start") ? action.number() : start;
            replicas = isThere && action.word().equals("scale") ? action.number() : replicas;
            for (Pair pair : pairs(rollout)) {
                assertOrder(pair, start, replicas);
            }
        }
    }

    private static void assertOrder(Pair pair, int start, int replicas) {
        Map<String, Step.Pod> after = pair.after().pods();
        List<String> made = pair.changedTo(State.PENDING);
        List<String> takenDown = pair.changedTo(State.TERMINATING);
        assertThat(made.size() + takenDown.size()).isLessThanOrEqualTo(1);
        for (int ordinal = start; ordinal < start + replicas; ordinal++) {
            String name = "db-" + ordinal;
            if (made.contains(name)) {
                return;
            } else if (!made.isEmpty() || (!takenDown.isEmpty() && !takenDown.contains(name))) {
                assertThat(after).containsKey(name);
                assertThat(after.get(name)).extracting(Step.Pod::state).isEqualTo(State.READY);
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void where_nothing_is_broken_the_end_is_what_was_wanted(
            @ForAll("wholesomeSets") String fields, @ForAll("wholesomeActions") List<Action> actions) {
        StatefulSet set = Sets.with(fields);
        Rollout rollout = rehearsed(set, actions).get(actions.size());
        int start = last(actions, "start", Spec.of(set).start());
        int replicas = last(actions, "scale", Spec.of(set).replicas());
        String image = "v" + last(actions, "image", 1);

        assertThat(rollout.end().pods().keySet())
                .containsExactlyElementsOf(IntStream.range(start, start + replicas)
                        .mapToObj(ordinal -> "db-" + ordinal)
                        .toList());
        assertThat(rollout.end().pods().values())
                .allSatisfy(pod -> assertThat(pod.image() + " " + pod.state()).isEqualTo(image + " Ready"));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void an_update_of_a_healthy_set_takes_down_one_member_at_a_time(@ForAll("wholesomeSets") String fields) {
        StatefulSet set = Sets.with(fields);

        assertThat(Rollout.of(set).image("v2").fewestReady())
                .isEqualTo(Math.max(0, Spec.of(set).replicas() - 1));
    }

    private record Pair(Step before, Step after) {
        List<String> changedTo(State state) {
            List<String> names = new ArrayList<>();
            after.pods().forEach((name, pod) -> {
                Step.Pod earlier = before.pods().get(name);
                if (pod.state() == state && (earlier == null || earlier.state() != state)) {
                    names.add(name);
                }
            });
            return names;
        }
    }

    private static List<Pair> pairs(Rollout rollout) {
        List<Step> steps = rollout.steps();
        return IntStream.range(1, steps.size())
                .mapToObj(i -> new Pair(steps.get(i - 1), steps.get(i)))
                .toList();
    }

    private static List<Rollout> rehearsed(StatefulSet set, List<Action> actions) {
        List<Rollout> rollouts = new ArrayList<>(List.of(Rollout.of(set)));
        actions.forEach(action -> rollouts.add(action.on(rollouts.get(rollouts.size() - 1), set)));
        return rollouts;
    }

    private static int last(List<Action> actions, String word, int otherwise) {
        return actions.stream()
                .filter(action -> action.word().equals(word))
                .mapToInt(Action::number)
                .reduce(otherwise, (earlier, later) -> later);
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        return actionsOf(ALL);
    }

    @Provide
    Arbitrary<List<Action>> wholesomeActions() {
        return actionsOf(WHOLESOME);
    }

    private static Arbitrary<List<Action>> actionsOf(List<String> words) {
        return Combinators.combine(Arbitraries.of(words), Arbitraries.integers().between(0, 6))
                .as(Action::new)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> sets() {
        return setsOf(
                "OnDelete}",
                "RollingUpdate}",
                "RollingUpdate, rollingUpdate: {partition: 2}}",
                "RollingUpdate, rollingUpdate: {}}");
    }

    @Provide
    Arbitrary<String> wholesomeSets() {
        return setsOf("RollingUpdate}", "RollingUpdate, rollingUpdate: {maxUnavailable: 2}}");
    }

    private static Arbitrary<String> setsOf(String... strategies) {
        Arbitrary<String> retention = Arbitraries.of("Retain", "Delete");
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of("OrderedReady", "Parallel"),
                        Arbitraries.of(strategies),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(0, 0, 5),
                        retention,
                        retention)
                .as((replicas, management, strategy, start, settle, deleted, scaled) ->
                        """
                        replicas: %d
                        podManagementPolicy: %s
                        updateStrategy: {type: %s
                        ordinals: {start: %d}
                        minReadySeconds: %d
                        persistentVolumeClaimRetentionPolicy: {whenDeleted: %s, whenScaled: %s}
                        """
                                .formatted(replicas, management, strategy, start, settle, deleted, scaled));
    }
}
