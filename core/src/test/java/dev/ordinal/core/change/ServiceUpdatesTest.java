package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

/** What the server carries over, drops and allocates when a Service changes, after its allocator and its strategy. */
class ServiceUpdatesTest {
    private static final String PLAIN =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec:
              selector: {app: db}
              ports: [{port: 80}]
            """;
    private static final String DUAL = PLAIN
            + """
              clusterIP: 10.0.0.1
              clusterIPs: [10.0.0.1, "fd00::1"]
              ipFamilies: [IPv4, IPv6]
              ipFamilyPolicy: PreferDualStack
            """;
    private static final String POLICY = "FieldValueInvalid spec.ipFamilyPolicy";

    private static Change change(String running, String wanted) {
        return Change.between(Manifest.parse(running), Manifest.parse(wanted));
    }

    @Test
    void one_stack_instead_of_two_gives_the_second_address_back() {
        String single = PLAIN + "  ipFamilyPolicy: SingleStack\n";

        assertThat(change(DUAL, single).fields())
                .extracting(FieldChange::toString)
                .containsExactly(
                        "FREE Service db spec.clusterIPs[1]: fd00::1 -> null",
                        "FREE Service db spec.ipFamilies[1]: IPv6 -> null",
                        "FREE Service db spec.ipFamilyPolicy: PreferDualStack -> SingleStack");
        assertThat(Refusals.of(DUAL, single)).isEmpty();
        assertThat(Refusals.of(DUAL, DUAL.replace("PreferDualStack", "SingleStack")))
                .isEmpty();
        assertThat(Refusals.of(DUAL, single + "  ipFamilies: [IPv4]\n")).isEmpty();
    }

    @Test
    void the_second_address_is_given_back_only_with_one_stack() {
        assertThat(Refusals.of(DUAL, DUAL.replace("[IPv4, IPv6]", "[IPv4]"))).containsExactly(POLICY);
        assertThat(Refusals.of(DUAL, DUAL.replace(", \"fd00::1\"]", "]"))).containsExactly(POLICY);
        assertThat(Refusals.of(DUAL, PLAIN)).isEmpty();
    }

    /** No server takes it so; nothing changes all the same. */
    @Test
    void nothing_is_given_back_where_there_was_one_stack_already() {
        String odd = DUAL.replace("PreferDualStack", "SingleStack");

        assertThat(change(odd, odd).fields()).isEmpty();
    }

    @Test
    void an_address_and_the_order_of_families_stay() {
        assertThat(Refusals.of(DUAL, DUAL.replace("10.0.0.1", "10.0.0.2")))
                .containsExactly("FieldValueInvalid spec.clusterIPs[0]");
        assertThat(Refusals.of(DUAL, DUAL.replace("fd00::1", "fd00::2")))
                .containsExactly("FieldValueInvalid spec.clusterIPs[1]");
    }

    @Test
    void ports_of_nodes_go_with_the_type_unless_they_are_new() {
        String node = PLAIN.replace("port: 80", "port: 80, nodePort: 30080") + "  type: NodePort\n";

        assertThat(Refusals.of(node, node.replace("type: NodePort", "type: ClusterIP")))
                .isEmpty();
        assertThat(Refusals.of(
                        node, node.replace("type: NodePort", "type: ClusterIP").replace("30080", "30081")))
                .containsExactly("FieldValueForbidden spec.ports[0].nodePort");
    }

    @Test
    void a_service_with_external_addresses_has_a_policy_for_their_traffic() {
        String outside = PLAIN + "  externalIPs: [192.0.2.1]\n";
        String live = outside + "  externalTrafficPolicy: Cluster\n";

        assertThat(change(live, outside).fields()).isEmpty();
        assertThat(Refusals.of(live, PLAIN)).isEmpty();
        assertThat(Refusals.of(outside, outside + "  externalTrafficPolicy: Local\n"))
                .isEmpty();
    }
}
