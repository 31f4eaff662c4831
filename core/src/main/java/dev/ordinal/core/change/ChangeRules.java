package dev.ordinal.core.change;

import java.util.List;

/** Every rule about changes, sorted by name; what presets know comes on top. */
final class ChangeRules {
    private ChangeRules() {}

    static List<ChangeRule> all() {
        return List.of(
                new ClaimsDoNotShrink(),
                new ClaimsKeepTheirClass(),
                new ClusterIdentityStays(),
                new DataSurvivesChange(),
                new MajorityKeepsRunning(),
                new NewSettingsReachPods(),
                new PartitionIsLifted(),
                new PresetAgrees(),
                new ReleasesAreNotSkipped(),
                new RolloutCanGoOn(),
                new RolloutKeepsBudget());
    }
}
