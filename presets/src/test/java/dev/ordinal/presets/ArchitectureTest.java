package dev.ordinal.presets;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the language and the presets, and what neither shows. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.ordinal");

    @Test
    void arrows_go_one_way() {
        noClasses()
                .that()
                .resideInAPackage("dev.ordinal.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.ordinal.dsl..", "dev.ordinal.presets..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.ordinal.dsl..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ordinal.presets..")
                .check(CLASSES);
    }

    @Test
    void presets_do_not_see_each_other() {
        slices().matching("dev.ordinal.presets.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("dev.ordinal.presets.part"))
                .check(CLASSES);
    }

    @Test
    void presets_are_written_in_the_public_language_and_not_in_the_model() {
        noClasses()
                .that()
                .resideInAPackage("dev.ordinal.presets..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fabric8..")
                .check(CLASSES);
    }

    @Test
    void only_edits_see_findings_among_the_words() {
        noClasses()
                .that()
                .resideInAPackage("dev.ordinal.dsl..")
                .and()
                .doNotHaveSimpleName("Edits")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.ordinal.core.diagnostic..")
                .check(CLASSES);
    }

    @Test
    void no_renderer_is_public() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Renderer")
                .should()
                .notBePublic()
                .check(CLASSES);
        classes()
                .that()
                .haveSimpleNameStartingWith("Immutable")
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void no_name_hides_what_a_class_is_for() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils|Util|Helper|Manager|Impl)")
                .check(CLASSES);
    }
}
