package dev.ordinal.presets.kafka;

import dev.ordinal.core.graph.Member;
import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.presets.part.Storage;
import java.util.List;
import java.util.Optional;

/** What the nodes of one StatefulSet do. */
enum Role {
    CONTROLLER("controller"),
    BROKER("broker"),
    COMBINED("broker,controller");

    /** One space of ids for both roles: controllers count from 0, brokers from here. */
    static final int FIRST_BROKER = 100;

    private static final Size MOST_BROKER_HEAP = Size.gib(6);
    private static final int BROKER_HEAP_PERCENT = 50;
    private static final int CONTROLLER_HEAP_PERCENT = 70;

    private final String roles;

    Role(String roles) {
        this.roles = roles;
    }

    /** As the server spells it. */
    String roles() {
        return roles;
    }

    boolean isBroker() {
        return this != CONTROLLER;
    }

    boolean isController() {
        return this != BROKER;
    }

    /** The roles of a cluster, the ones that must be there first in front. */
    static List<Role> of(KafkaCluster cluster) {
        return isCombined(cluster) ? List.of(COMBINED) : List.of(CONTROLLER, BROKER);
    }

    /** The role of those who vote. */
    static Role voting(KafkaCluster cluster) {
        return isCombined(cluster) ? COMBINED : CONTROLLER;
    }

    /** The role of those whom clients talk to. */
    static Role serving(KafkaCluster cluster) {
        return isCombined(cluster) ? COMBINED : BROKER;
    }

    static boolean isCombined(KafkaCluster cluster) {
        return cluster.controllers() instanceof Controllers.Combined;
    }

    /** The brokers have the cluster's own name, because clients use it. */
    String setName(KafkaCluster cluster) {
        return this == CONTROLLER ? cluster.name() + "-controller" : cluster.name();
    }

    /** No volume yet, no word but what the members' identities need. */
    StatefulApp bare(KafkaCluster cluster) {
        return StatefulApp.named(setName(cluster))
                .container(ContainerSpec.named("kafka").image(KafkaVersion.IMAGE.of(cluster)))
                .namespace(cluster.namespace().name())
                .replicas(nodes(cluster))
                .firstOrdinal(firstOrdinal());
    }

    int firstOrdinal() {
        return this == BROKER ? FIRST_BROKER : 0;
    }

    List<Member> members(KafkaCluster cluster) {
        return bare(cluster).members();
    }

    int nodes(KafkaCluster cluster) {
        return separate(cluster).map(Controllers.Separate::nodes).orElse(cluster.brokers());
    }

    Storage storage(KafkaCluster cluster) {
        return separate(cluster)
                .map(own -> own.storage().orOf(cluster.storage()))
                .orElse(cluster.storage());
    }

    Size memory(KafkaCluster cluster) {
        return separate(cluster)
                .map(Controllers.Separate::memory)
                .orElse(cluster.resources().memory());
    }

    private Optional<Controllers.Separate> separate(KafkaCluster cluster) {
        return this == CONTROLLER && cluster.controllers() instanceof Controllers.Separate separate
                ? Optional.of(separate)
                : Optional.empty();
    }

    Cpu cpu(KafkaCluster cluster) {
        return this == CONTROLLER ? Cpu.millis(250) : cluster.resources().cpu();
    }

    /** Brokers live by the page cache, which is what the heap leaves; controllers keep everything in the heap. */
    Size heap(KafkaCluster cluster) {
        if (this == CONTROLLER) {
            return memory(cluster).percent(CONTROLLER_HEAP_PERCENT);
        }
        Size half = memory(cluster).percent(BROKER_HEAP_PERCENT);
        return half.compareTo(MOST_BROKER_HEAP) > 0 ? MOST_BROKER_HEAP : half;
    }
}
