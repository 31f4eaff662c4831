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
            new Section(new AmountsHaveTheirUnits(), AmountsHaveTheirUnitsTest.EXAMPLE),
            new Section(new AntiAffinityLeavesOthersAlone(), AntiAffinityLeavesOthersAloneTest.EXAMPLE),
            new Section(new AutoscalerFindsTarget(), AutoscalerFindsTargetTest.EXAMPLE),
            new Section(new AutoscalerKeepsBudget(), AutoscalerKeepsBudgetTest.EXAMPLE),
            new Section(new AutoscalerOwnsReplicas(), AutoscalerOwnsReplicasTest.EXAMPLE),
            new Section(new AutoscalersLeaveStoresAlone(), AutoscalersLeaveStoresAloneTest.EXAMPLE),
            new Section(new BindingsReachAccounts(), BindingsReachAccountsTest.EXAMPLE),
            new Section(new BudgetCountsOneSet(), BudgetCountsOneSetTest.EXAMPLE),
            new Section(new BudgetExists(), BudgetExistsTest.EXAMPLE),
            new Section(new BudgetKeepsQuorum(), BudgetKeepsQuorumTest.EXAMPLE),
            new Section(new BudgetLetsDrainProceed(), BudgetLetsDrainProceedTest.EXAMPLE),
            new Section(new BudgetSaysHowMany(), BudgetSaysHowManyTest.EXAMPLE),
            new Section(new BudgetSelectsPods(), BudgetSelectsPodsTest.EXAMPLE),
            new Section(new ClaimNamesDoNotCollide(), ClaimNamesDoNotCollideTest.EXAMPLE),
            new Section(new ClaimTemplateNamesAreUnique(), ClaimTemplateNamesAreUniqueTest.EXAMPLE),
            new Section(new ClaimTemplatesMakeValidClaims(), ClaimTemplatesMakeValidClaimsTest.EXAMPLE),
            new Section(new ClaimsAreMounted(), ClaimsAreMountedTest.EXAMPLE),
            new Section(new ClaimsAreNotShared(), ClaimsAreNotSharedTest.EXAMPLE),
            new Section(new ClaimsHaveOneWriter(), ClaimsHaveOneWriterTest.EXAMPLE),
            new Section(new ClientToolsHaveTime(), ClientToolsHaveTimeTest.EXAMPLE),
            new Section(new ClientsReachReadyPods(), ClientsReachReadyPodsTest.EXAMPLE),
            new Section(new ConfigChangesReachPods(), ConfigChangesReachPodsTest.EXAMPLE),
            new Section(new DataIsNotOnTheNode(), DataIsNotOnTheNodeTest.EXAMPLE),
            new Section(new DataIsOnItsVolume(), DataIsOnItsVolumeTest.EXAMPLE),
            new Section(new EphemeralClaimsDoNotCollide(), EphemeralClaimsDoNotCollideTest.EXAMPLE),
            new Section(new FirstStartFindsEmptyDirectory(), FirstStartFindsEmptyDirectoryTest.EXAMPLE),
            new Section(new GoverningServiceIsHeadless(), GoverningServiceIsHeadlessTest.EXAMPLE),
            new Section(new GoverningServiceSelectsPods(), GoverningServiceSelectsPodsTest.EXAMPLE),
            new Section(new GraceIsNotZero(), GraceIsNotZeroTest.EXAMPLE),
            new Section(new HeapFitsMemory(), HeapFitsMemoryTest.EXAMPLE),
            new Section(new HostNamesStayStable(), HostNamesStayStableTest.EXAMPLE),
            new Section(new HostPortsDoNotClash(), HostPortsDoNotClashTest.EXAMPLE),
            new Section(new ImageIsMaintained(), ImageIsMaintainedTest.EXAMPLE),
            new Section(new ImageIsPinned(), ImageIsPinnedTest.EXAMPLE),
            new Section(new ImageReferencesAreWhole(), ImageReferencesAreWholeTest.EXAMPLE),
            new Section(new LargeVolumesKeepTheirOwner(), LargeVolumesKeepTheirOwnerTest.EXAMPLE),
            new Section(new LivenessAsksOneMember(), LivenessAsksOneMemberTest.EXAMPLE),
            new Section(new LivenessIsSlowerThanReadiness(), LivenessIsSlowerThanReadinessTest.EXAMPLE),
            new Section(new LivenessWaitsForStartup(), LivenessWaitsForStartupTest.EXAMPLE),
            new Section(new LogVolumesAreLimited(), LogVolumesAreLimitedTest.EXAMPLE),
            new Section(new MatchLabelKeysAreNotSelected(), MatchLabelKeysAreNotSelectedTest.EXAMPLE),
            new Section(new MaxUnavailableIsLeftOut(), MaxUnavailableIsLeftOutTest.EXAMPLE),
            new Section(new MemberClaimsStayWithMembers(), MemberClaimsStayWithMembersTest.EXAMPLE),
            new Section(new MembersAreOdd(), MembersAreOddTest.EXAMPLE),
            new Section(new MembersBecomeReadyAlone(), MembersBecomeReadyAloneTest.EXAMPLE),
            new Section(new MembersJoinOneByOne(), MembersJoinOneByOneTest.EXAMPLE),
            new Section(new MemoryRequestIsNearLimit(), MemoryRequestIsNearLimitTest.EXAMPLE),
            new Section(new MemoryVolumesAreLimited(), MemoryVolumesAreLimitedTest.EXAMPLE),
            new Section(new MonitorsFindTargets(), MonitorsFindTargetsTest.EXAMPLE),
            new Section(new MountPathsAreAbsolute(), MountPathsAreAbsoluteTest.EXAMPLE),
            new Section(new MountsDoNotHidePrograms(), MountsDoNotHideProgramsTest.EXAMPLE),
            new Section(new MountsFitVolumeMode(), MountsFitVolumeModeTest.EXAMPLE),
            new Section(new MountsResolve(), MountsResolveTest.EXAMPLE),
            new Section(new NameLeavesRoomForRevision(), NameLeavesRoomForRevisionTest.EXAMPLE),
            new Section(new NamesAreUnique(), NamesAreUniqueTest.EXAMPLE),
            new Section(new NamespaceAdmitsPods(Judge.STANDARD), NamespaceAdmitsPodsTest.EXAMPLE),
            new Section(new NoPasswordInPlainText(), NoPasswordInPlainTextTest.EXAMPLE),
            new Section(new NodePortsAreUsedOnce(), NodePortsAreUsedOnceTest.EXAMPLE),
            new Section(new NonRootIsNotUserZero(), NonRootIsNotUserZeroTest.EXAMPLE),
            new Section(new PeerNamesResolve(), PeerNamesResolveTest.EXAMPLE),
            new Section(new PeersResolveBeforeReady(), PeersResolveBeforeReadyTest.EXAMPLE),
            new Section(new PodsAreRestricted(Judge.STANDARD), PodsAreRestrictedTest.EXAMPLE),
            new Section(new PodsAreSpread(), PodsAreSpreadTest.EXAMPLE),
            new Section(new PodsBelongToOneSet(), PodsBelongToOneSetTest.EXAMPLE),
            new Section(new PodsHaveOneBudget(), PodsHaveOneBudgetTest.EXAMPLE),
            new Section(new PodsResolveClusterNames(), PodsResolveClusterNamesTest.EXAMPLE),
            new Section(new PolicyLetsMembersTalk(), PolicyLetsMembersTalkTest.EXAMPLE),
            new Section(new PolicyLetsPodsResolveNames(), PolicyLetsPodsResolveNamesTest.EXAMPLE),
            new Section(new PolicyNamesNamespaces(), PolicyNamesNamespacesTest.EXAMPLE),
            new Section(new PolicySelectsPods(), PolicySelectsPodsTest.EXAMPLE),
            new Section(new PortRecordsExist(), PortRecordsExistTest.EXAMPLE),
            new Section(new PortsBelongToOneContainer(), PortsBelongToOneContainerTest.EXAMPLE),
            new Section(new PriorityComesFromClass(), PriorityComesFromClassTest.EXAMPLE),
            new Section(new ProbePortsExist(), ProbePortsExistTest.EXAMPLE),
            new Section(new PullSecretsHoldCredentials(), PullSecretsHoldCredentialsTest.EXAMPLE),
            new Section(new ReadinessProbeExists(), ReadinessProbeExistsTest.EXAMPLE),
            new Section(new ReferencedKeysExist(), ReferencedKeysExistTest.EXAMPLE),
            new Section(new ReferencedNamesCanExist(), ReferencedNamesCanExistTest.EXAMPLE),
            new Section(new RequestsAreSet(), RequestsAreSetTest.EXAMPLE),
            new Section(new ReservedLabelsAreUnused(), ReservedLabelsAreUnusedTest.EXAMPLE),
            new Section(new RetentionKeepsData(), RetentionKeepsDataTest.EXAMPLE),
            new Section(new RevisionsAreKept(), RevisionsAreKeptTest.EXAMPLE),
            new Section(new RolesAreNarrow(), RolesAreNarrowTest.EXAMPLE),
            new Section(new RollingUpdateSaysHow(), RollingUpdateSaysHowTest.EXAMPLE),
            new Section(new ScheduledJobsDoNotOverlap(), ScheduledJobsDoNotOverlapTest.EXAMPLE),
            new Section(new SelectorLabelsStay(), SelectorLabelsStayTest.EXAMPLE),
            new Section(new SelectorMatchesTemplate(), SelectorMatchesTemplateTest.EXAMPLE),
            new Section(new ServiceAccountExists(), ServiceAccountExistsTest.EXAMPLE),
            new Section(new ServiceLinksDoNotClash(), ServiceLinksDoNotClashTest.EXAMPLE),
            new Section(new ServiceNameResolves(), ServiceNameResolvesTest.EXAMPLE),
            new Section(new ServicePortsExist(), ServicePortsExistTest.EXAMPLE),
            new Section(new ServiceSelectsPods(), ServiceSelectsPodsTest.EXAMPLE),
            new Section(new SignalsReachTheProcess(), SignalsReachTheProcessTest.EXAMPLE),
            new Section(new SmallClaimsNameTheirClass(), SmallClaimsNameTheirClassTest.EXAMPLE),
            new Section(new SpreadSelectsOwnPods(), SpreadSelectsOwnPodsTest.EXAMPLE),
            new Section(new StopFitsIntoGrace(), StopFitsIntoGraceTest.EXAMPLE),
            new Section(new SysctlsAreNamespaced(), SysctlsAreNamespacedTest.EXAMPLE),
            new Section(new TokenIsMountedOnPurpose(), TokenIsMountedOnPurposeTest.EXAMPLE),
            new Section(new UnitsAreOfOneFamily(), UnitsAreOfOneFamilyTest.EXAMPLE),
            new Section(new UpdatesReachEveryPod(), UpdatesReachEveryPodTest.EXAMPLE),
            new Section(new UpdatesWaitForSync(), UpdatesWaitForSyncTest.EXAMPLE),
            new Section(new VariablesAreSetOnce(), VariablesAreSetOnceTest.EXAMPLE),
            new Section(new VolumesAreMountedOnce(), VolumesAreMountedOnceTest.EXAMPLE),
            new Section(new VolumesAreWritable(), VolumesAreWritableTest.EXAMPLE),
            new Section(new VolumesDoNotShadowClaims(), VolumesDoNotShadowClaimsTest.EXAMPLE),
            new Section(new WritablePathsAreMounted(), WritablePathsAreMountedTest.EXAMPLE));

    private RulesPage() {}

    static String text() {
        return """
                # The rules

                What a Kubernetes API server takes and a stateful application would still regret. An **error** cannot work, or is
                refused; a **warning** works until the first disturbance. Every rule is named after the statement that it defends. This
                page is written by `RulesPageTest` from the rules and their tests: each example is judged when the page is made, and
                the finding says what to do.

                ## Switching a rule off

                An object is let off a rule by an annotation with the reason, and an app in Java by `app.allow("GraceIsNotZero",
                "the cache holds nothing")`, which puts the annotation on its objects:

                ```yaml
                metadata:
                  annotations:
                    ordinal.dev/allow.GraceIsNotZero: the cache holds nothing
                ```

                The finding is then left out of the report's findings, and told at its end with the reason:

                ```
                allowed  GraceIsNotZero  StatefulSet shop/cache: the cache holds nothing
                ```

                An annotation without a reason lets nothing off, and one that is not needed (any more) is itself a warning,
                `AllowanceIsUsed`; words that several objects share are needed if one of the objects needs them. What the API server
                refuses cannot be allowed. Rules of your own are added with `manifest.checkedBy(rules)`, and allowed in the same way.

                `manifest.demanding(RESTRICTED)` makes a level of the Pod Security Standards a condition for every workload, whatever the
                namespaces in the manifest say (rule `PodsMeetDemandedLevel`); `manifest.podLevels()` tells the level that each workload
                meets, and what keeps it from the next.

                ## The list

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
            return Report.of(Judge.findings(Given.graph(example), rule))
                    .diagnostics()
                    .get(0);
        }
    }
}
