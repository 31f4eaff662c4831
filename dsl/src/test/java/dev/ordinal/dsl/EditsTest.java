package dev.ordinal.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.junit.jupiter.api.Test;

/** Any field can be reached by hand, is checked like the rest, and is never reached in vain. */
class EditsTest {
    private final StatefulApp app = StatefulApp.named("db")
            .container(ContainerSpec.named("db").image("db:1"))
            .namespace("shop");

    @Test
    void an_edit_reaches_any_field() {
        assertThat(Manifest.of(app.edit(StatefulSet.class, set -> {
                            set.getSpec().getTemplate().getSpec().setHostname("fixed");
                            return set;
                        }))
                        .yaml())
                .contains("      hostname: fixed\n");
    }

    @Test
    void an_edit_does_not_change_the_app_it_was_said_of() {
        String before = Manifest.of(app).yaml();
        Manifest.of(app.edit(
                StatefulSet.class,
                set -> set.edit().editSpec().withReplicas(9).endSpec().build()));
        assertThat(Manifest.of(app).yaml()).isEqualTo(before);
    }

    @Test
    void an_edit_may_change_every_list_and_map_in_place() {
        assertThat(Manifest.of(app.edit(StatefulSet.class, set -> {
                            set.getMetadata().getAnnotations().put("example.com/note", "by hand");
                            set.getSpec()
                                    .getTemplate()
                                    .getSpec()
                                    .getContainers()
                                    .remove(0);
                            set.getSpec().getSelector().getMatchLabels().clear();
                            return set;
                        }))
                        .graph()
                        .all(StatefulSet.class)
                        .findFirst()
                        .orElseThrow()
                        .get()
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers())
                .isEmpty();
        assertThat(app.identity()).isNotEmpty();
    }

    @Test
    void an_object_that_was_added_by_hand_stays_as_it_was() {
        Service mine = new ServiceBuilder()
                .withNewMetadata()
                .withName("mine")
                .endMetadata()
                .build();
        Manifest.of(app.with(mine).edit(Service.class, "mine", service -> {
            service.getMetadata().setName("changed");
            return service;
        }));
        assertThat(mine.getMetadata().getName()).isEqualTo("mine");
    }

    @Test
    void what_was_edited_is_checked() {
        assertThat(Manifest.of(app.edit(StatefulSet.class, set -> set.edit()
                                .editSpec()
                                .withReplicas(-1)
                                .endSpec()
                                .build()))
                        .report()
                        .errors())
                .anySatisfy(error -> {
                    assertThat(error.path()).isEqualTo("spec.replicas");
                    assertThat(error.refusal().orElseThrow().reason()).isEqualTo("FieldValueInvalid");
                });
    }

    @Test
    void an_edit_that_finds_nothing_is_an_error() {
        assertThat(Manifest.of(app.edit(Secret.class, secret -> secret))
                        .report()
                        .errors())
                .singleElement()
                .hasToString(
                        """
                        ERROR    StatefulApp shop/db  edit
                                 found  no Secret
                                 why    the edit changes nothing, so what it was for will be missing in the cluster
                                 fix    edit one of: Service shop/db-headless, StatefulSet shop/db; or add the object first with(…)
                                 rule   EditFindsItsObject""");
        assertThat(Manifest.of(app.edit(Service.class, "other", service -> service))
                        .report()
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.found()).isEqualTo("no Service \"other\""));
    }

    @Test
    @SuppressWarnings("NullAway") // null is what this test gives back
    void an_edit_that_goes_wrong_is_an_error_and_not_an_exception() {
        assertThat(Manifest.of(app.edit(StatefulSet.class, set -> {
                                    throw new IllegalStateException("not today");
                                })
                                .edit(Service.class, service -> null))
                        .report()
                        .errors())
                .extracting(error -> error.object() + ": " + error.found())
                .containsExactly(
                        "Service shop/db-headless: it gave back null",
                        "StatefulSet shop/db: it threw java.lang.IllegalStateException: not today");
    }
}
