package dev.ordinal.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.Given;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MemberTest {
    @Test
    void a_member_has_the_names_that_kubernetes_gives() {
        Member member = new Member("orders-db", "shop", "orders-db-headless", 2);

        assertThat(member.pod()).isEqualTo("orders-db-2");
        assertThat(member.claim("data")).isEqualTo("data-orders-db-2");
        assertThat(member.dns()).isEqualTo("orders-db-2.orders-db-headless.shop.svc.cluster.local");
        assertThat(member.dns("corp.example")).isEqualTo("orders-db-2.orders-db-headless.shop.svc.corp.example");
    }

    @Test
    void without_a_namespace_the_name_is_found_through_the_search_path() {
        assertThat(new Member("orders-db", null, "orders-db-headless", 0).dns())
                .isEqualTo("orders-db-0.orders-db-headless");
    }

    @Test
    void ordinals_begin_where_the_set_says() {
        assertThat(members("{serviceName: svc, replicas: 2, ordinals: {start: 5}}"))
                .extracting(Member::pod)
                .containsExactly("db-5", "db-6");
    }

    @Test
    void one_member_from_zero_is_the_default() {
        assertThat(members("{}")).containsExactly(new Member("db", null, "", 0));
    }

    @Test
    void a_set_without_anything_has_one_nameless_member() {
        assertThat(Member.of(new StatefulSet())).containsExactly(new Member("", null, "", 0));
    }

    @Test
    void two_billion_members_cost_nothing_until_they_are_asked_for() {
        assertThat(members("{replicas: 2147483647}").get(2_000_000_000).pod()).isEqualTo("db-2000000000");
    }

    @Property
    void every_ordinal_of_the_range_is_there_once(
            @ForAll @IntRange(max = 1000) int first, @ForAll @IntRange(min = -3, max = 50) int replicas) {
        List<Member> members = Member.range("db", null, "svc", first, replicas);

        assertThat(members).hasSize(Math.max(0, replicas)).doesNotHaveDuplicates();
        assertThat(members).allMatch(m -> m.ordinal() >= first && m.ordinal() < first + replicas);
    }

    private static List<Member> members(String spec) {
        return Given.graph("kind: StatefulSet\nmetadata: {name: db}\nspec: " + spec)
                .all(StatefulSet.class)
                .map(set -> Member.of(set.get()))
                .findFirst()
                .orElseThrow();
    }
}
