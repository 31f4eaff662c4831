package dev.ordinal.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of core, and who may be seen from outside. */
class ArchitectureTest {
    private static final String CORE = "dev.ordinal.core.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.ordinal.core");

    /** Each room, and the rooms that it may look into. */
    private static final Map<String, Set<String>> ARROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("diagnostic", Set.of()),
            Map.entry("image", Set.of()),
            Map.entry("graph", Set.of("diagnostic")),
            Map.entry("yaml", Set.of("diagnostic", "graph")),
            Map.entry("admission", Set.of("diagnostic", "graph", "yaml")),
            Map.entry("rule", Set.of("diagnostic", "graph", "image")),
            Map.entry("version", Set.of("diagnostic", "yaml")),
            Map.entry("manifest", Set.of("diagnostic", "graph", "yaml", "admission", "rule", "version")),
            Map.entry(
                    "change",
                    Set.of(
                            "diagnostic",
                            "graph",
                            "yaml",
                            "admission",
                            "rule",
                            "image",
                            "manifest",
                            "version",
                            "rollout")),
            Map.entry("rollout", Set.of("diagnostic", "graph", "yaml", "admission", "rule", "manifest")),
            Map.entry(
                    "view",
                    Set.of("diagnostic", "graph", "yaml", "admission", "rule", "manifest", "change", "rollout"))));

    /** Public although no other room of core needs it: the contract with users, other modules and authors of rules. */
    private static final Set<String> CONTRACT = Set.of(
            "change.Change",
            "change.Effect",
            "change.ManifestAssert",
            "change.Rehearsal",
            "change.FieldChange",
            "change.Facts",
            "change.ObjectChange",
            "change.Plan",
            "change.PresetChange",
            "change.PresetChanges",
            "change.Step",
            "admission.PodSecurity",
            "diagnostic.Refusal",
            "manifest.InvalidManifestException",
            "manifest.Manifest",
            "manifest.Manifests",
            "manifest.Prerequisite",
            "manifest.Renderable",
            "manifest.Rendered",
            "manifest.WriteManifests",
            "rollout.Rollout",
            "rule.PodStandard",
            "rollout.Step",
            "yaml.DeepCopy",
            "yaml.Similar",
            "yaml.Trees");

    @Test
    void every_room_looks_only_into_the_rooms_below_it() {
        ARROWS.forEach((room, below) -> {
            String[] forbidden = ARROWS.keySet().stream()
                    .filter(other -> !other.equals(room) && !below.contains(other))
                    .map(other -> CORE + other + "..")
                    .toArray(String[]::new);
            if (forbidden.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(CORE + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden)
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        });
    }

    @Test
    void there_is_no_room_without_arrows() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).map(ArchitectureTest::room))
                .isSubsetOf(ARROWS.keySet());
    }

    @Test
    void the_rooms_form_no_cycle() {
        slices().matching(CORE + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void findings_depend_on_the_jdk_only() {
        classes()
                .that()
                .resideInAPackage(CORE + "diagnostic..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", CORE + "diagnostic..")
                .check(CLASSES);
    }

    @Test
    void what_is_public_is_needed_in_another_room_or_is_the_contract() {
        Set<String> idle = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type ->
                        users(type).noneMatch(user -> !user.getPackageName().equals(type.getPackageName())))
                .map(type -> type.getName().substring(CORE.length()))
                .collect(Collectors.toSet());

        assertThat(idle).isSubsetOf(CONTRACT);
    }

    @Test
    void no_name_hides_what_a_class_is_for() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils|Util|Helper|Manager|Impl)")
                .check(CLASSES);
    }

    private static Stream<JavaClass> users(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream().map(dependency -> dependency.getOriginClass());
    }

    private static String room(String packageName) {
        return packageName.substring(CORE.length()).replaceFirst("\\..*", "");
    }
}
