package dev.ordinal.core.rule;

import java.util.List;

/** Every rule that Ordinal applies, sorted by name: one class, one test and one line here for each. */
public final class StandardRules {
    private static final List<Rule> ALL = List.of(
            new BudgetExists(),
            new BudgetKeepsQuorum(),
            new BudgetLetsDrainProceed(),
            new BudgetSelectsPods(),
            new ClaimNamesDoNotCollide(),
            new ClaimTemplateNamesAreUnique(),
            new ClaimsAreMounted(),
            new GoverningServiceIsHeadless(),
            new GoverningServiceSelectsPods(),
            new GraceIsNotZero(),
            new ImageIsMaintained(),
            new ImageIsPinned(),
            new LivenessIsSlowerThanReadiness(),
            new LivenessWaitsForStartup(),
            new MountsFitVolumeMode(),
            new MountsResolve(),
            new NameLeavesRoomForRevision(),
            new NoPasswordInPlainText(),
            new PodsAreSpread(),
            new PodsBelongToOneSet(),
            new PodsHaveOneBudget(),
            new ProbePortsExist(),
            new ReadinessProbeExists(),
            new ReferencedKeysExist(),
            new RequestsAreSet(),
            new SelectorMatchesTemplate(),
            new ServiceLinksDoNotClash(),
            new ServiceNameResolves(),
            new ServicePortsExist(),
            new ServiceSelectsPods(),
            new SmallClaimsNameTheirClass(),
            new SpreadSelectsOwnPods(),
            new VolumesDoNotShadowClaims());

    private StandardRules() {}

    /** The rules, sorted by name. */
    public static List<Rule> all() {
        return ALL;
    }
}
