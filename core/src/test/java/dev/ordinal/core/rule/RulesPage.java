package dev.ordinal.core.rule;

import dev.ordinal.core.Given;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Report;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/rules.md} from what the rules say of themselves and from the examples of their tests. */
final class RulesPage {
    static final List<Section> SECTIONS = List.of(
            new Section(new BudgetExists(), BudgetExistsTest.EXAMPLE),
            new Section(new BudgetKeepsQuorum(), BudgetKeepsQuorumTest.EXAMPLE),
            new Section(new BudgetLetsDrainProceed(), BudgetLetsDrainProceedTest.EXAMPLE),
            new Section(new BudgetSelectsPods(), BudgetSelectsPodsTest.EXAMPLE),
            new Section(new ClaimNamesDoNotCollide(), ClaimNamesDoNotCollideTest.EXAMPLE),
            new Section(new ClaimTemplateNamesAreUnique(), ClaimTemplateNamesAreUniqueTest.EXAMPLE),
            new Section(new ClaimsAreMounted(), ClaimsAreMountedTest.EXAMPLE),
            new Section(new GoverningServiceIsHeadless(), GoverningServiceIsHeadlessTest.EXAMPLE),
            new Section(new GoverningServiceSelectsPods(), GoverningServiceSelectsPodsTest.EXAMPLE),
            new Section(new GraceIsNotZero(), GraceIsNotZeroTest.EXAMPLE),
            new Section(new ImageIsMaintained(), ImageIsMaintainedTest.EXAMPLE),
            new Section(new ImageIsPinned(), ImageIsPinnedTest.EXAMPLE),
            new Section(new LivenessIsSlowerThanReadiness(), LivenessIsSlowerThanReadinessTest.EXAMPLE),
            new Section(new LivenessWaitsForStartup(), LivenessWaitsForStartupTest.EXAMPLE),
            new Section(new MountsFitVolumeMode(), MountsFitVolumeModeTest.EXAMPLE),
            new Section(new MountsResolve(), MountsResolveTest.EXAMPLE),
            new Section(new NameLeavesRoomForRevision(), NameLeavesRoomForRevisionTest.EXAMPLE),
            new Section(new NoPasswordInPlainText(), NoPasswordInPlainTextTest.EXAMPLE),
            new Section(new PodsAreSpread(), PodsAreSpreadTest.EXAMPLE),
            new Section(new PodsBelongToOneSet(), PodsBelongToOneSetTest.EXAMPLE),
            new Section(new PodsHaveOneBudget(), PodsHaveOneBudgetTest.EXAMPLE),
            new Section(new ProbePortsExist(), ProbePortsExistTest.EXAMPLE),
            new Section(new ReadinessProbeExists(), ReadinessProbeExistsTest.EXAMPLE),
            new Section(new ReferencedKeysExist(), ReferencedKeysExistTest.EXAMPLE),
            new Section(new RequestsAreSet(), RequestsAreSetTest.EXAMPLE),
            new Section(new SelectorMatchesTemplate(), SelectorMatchesTemplateTest.EXAMPLE),
            new Section(new ServiceLinksDoNotClash(), ServiceLinksDoNotClashTest.EXAMPLE),
            new Section(new ServiceNameResolves(), ServiceNameResolvesTest.EXAMPLE),
            new Section(new ServicePortsExist(), ServicePortsExistTest.EXAMPLE),
            new Section(new ServiceSelectsPods(), ServiceSelectsPodsTest.EXAMPLE),
            new Section(new SmallClaimsNameTheirClass(), SmallClaimsNameTheirClassTest.EXAMPLE),
            new Section(new SpreadSelectsOwnPods(), SpreadSelectsOwnPodsTest.EXAMPLE),
            new Section(new VolumesDoNotShadowClaims(), VolumesDoNotShadowClaimsTest.EXAMPLE));

    private RulesPage() {}

    static String text() {
        return """
                # The rules

                What a Kubernetes API server takes and a stateful application would still regret. An **error** cannot work, or is
                refused; a **warning** works until the first disturbance. Every rule is named after the statement that it defends. This
                page is written by `RulesPageTest` from the rules and their tests: each example is judged when the page is made, and
                the finding says what to do.

                %s

                %s
                """
                .formatted(
                        SECTIONS.stream().map(Section::line).collect(Collectors.joining("\n")),
                        SECTIONS.stream().map(Section::text).collect(Collectors.joining("\n\n")));
    }

    /**
     * One rule of the page.
     *
     * @param example a YAML text in which the rule finds something
     */
    record Section(Rule rule, String example) {
        String line() {
            return "* [%s](#%s), %s"
                    .formatted(
                            rule.name(),
                            rule.name().toLowerCase(Locale.ROOT),
                            finding().severity().toString().toLowerCase(Locale.ROOT));
        }

        String text() {
            return """
                    ## %s

                    %s

                    ```yaml
                    %s```

                    ```
                    %s
                    ```"""
                    .formatted(rule.name(), rule.about(), example, finding());
        }

        private Diagnostic finding() {
            return Report.of(rule.check(Given.graph(example)).toList())
                    .diagnostics()
                    .get(0);
        }
    }
}
