package dev.ordinal.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ordinal.core.Given;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final String SET =
            """
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              replicas: 2
              selector: {matchLabels: {app: db}}
              template: {}
              volumeClaimTemplates:
                - metadata: {name: data, labels: {keep: forever, app: other}, annotations: {note: x}}
                  spec: {storageClassName: fast}
                - metadata: {name: wal}
            """;

    @Test
    void there_is_one_claim_for_each_ordinal_and_template() {
        assertThat(Given.graph(SET).claims())
                .extracting(claim -> claim.getMetadata().getName())
                .containsExactly("data-db-0", "wal-db-0", "data-db-1", "wal-db-1");
    }

    @Test
    void a_claim_has_the_labels_of_its_template_and_over_them_those_of_the_selector() {
        PersistentVolumeClaim claim = Given.graph(SET).claims().get(0);

        assertThat(claim.getMetadata().getNamespace()).isEqualTo("shop");
        assertThat(claim.getMetadata().getLabels()).containsOnly(entry("keep", "forever"), entry("app", "db"));
        assertThat(claim.getMetadata().getAnnotations()).containsEntry("note", "x");
        assertThat(claim.getSpec().getStorageClassName()).isEqualTo("fast");
    }

    @Test
    void a_claim_is_found_and_referred_to_but_not_declared() {
        ResourceGraph graph = Given.graph(SET);

        assertThat(graph.find(PersistentVolumeClaim.class, "shop", "wal-db-1")).isPresent();
        assertThat(graph.references(Relation.CLAIMS).stream().map(r -> r.from().path() + " -> " + r.to()))
                .containsExactly(
                        "spec.volumeClaimTemplates[0].metadata.name -> PersistentVolumeClaim shop/data-db-0",
                        "spec.volumeClaimTemplates[0].metadata.name -> PersistentVolumeClaim shop/data-db-1",
                        "spec.volumeClaimTemplates[1].metadata.name -> PersistentVolumeClaim shop/wal-db-0",
                        "spec.volumeClaimTemplates[1].metadata.name -> PersistentVolumeClaim shop/wal-db-1");
        assertThat(graph.objects()).hasSize(1);
    }

    @Test
    void a_million_members_give_ten_thousand_claims_and_no_more() {
        assertThat(Given.graph(SET.replace("replicas: 2", "replicas: 1000000")).claims())
                .hasSize(20_000);
    }
}
