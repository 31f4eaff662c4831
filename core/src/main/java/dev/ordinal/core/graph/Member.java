package dev.ordinal.core.graph;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One member of a StatefulSet: the identity that stays with an ordinal over restarts and moves. See <a
 * href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-identity">pod identity</a>.
 *
 * @param set the name of the StatefulSet
 * @param namespace its namespace, or null where none is written
 * @param service the name of its headless Service
 * @param ordinal the pod's number, from {@code spec.ordinals.start}
 */
public record Member(String set, @Nullable String namespace, String service, int ordinal) {
    /** The cluster domain of nearly all clusters. */
    public static final String DEFAULT_DOMAIN = "cluster.local";

    /** The members of a StatefulSet in ordinal order; replicas default to 1 and the first ordinal to 0. */
    public static List<Member> of(StatefulSet set) {
        StatefulSetSpec spec = set.getSpec() == null ? new StatefulSetSpec() : set.getSpec();
        StatefulSetOrdinals ordinals = spec.getOrdinals();
        int start = ordinals == null || ordinals.getStart() == null ? 0 : ordinals.getStart();
        int replicas = spec.getReplicas() == null ? 1 : spec.getReplicas();
        String service = spec.getServiceName() == null ? "" : spec.getServiceName();
        String name = set.getMetadata() == null || set.getMetadata().getName() == null
                ? ""
                : set.getMetadata().getName();
        String namespace = set.getMetadata() == null ? null : set.getMetadata().getNamespace();
        return range(name, namespace, service, start, replicas);
    }

    /** {@code replicas} members from {@code firstOrdinal} on; a view, so that a million of them cost nothing. */
    public static List<Member> range(
            String set, @Nullable String namespace, String service, int firstOrdinal, int replicas) {
        int size = Math.max(0, replicas);
        return new AbstractList<>() {
            @Override
            public Member get(int index) {
                return new Member(set, namespace, service, firstOrdinal + Objects.checkIndex(index, size));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** The pod's name, which is its host name too: {@code orders-db-0}. */
    public String pod() {
        return set + "-" + ordinal;
    }

    /** The stable DNS name in the default cluster domain; see {@link #dns(String)}. */
    public String dns() {
        return dns(DEFAULT_DOMAIN);
    }

    /**
     * The stable DNS name: {@code orders-db-0.orders-db-headless.shop.svc.cluster.local}, or, while no namespace is
     * known, {@code orders-db-0.orders-db-headless}, which resolves through the search path of every pod in the same
     * namespace.
     */
    public String dns(String clusterDomain) {
        String local = pod() + "." + service;
        return namespace == null ? local : local + "." + namespace + ".svc." + clusterDomain;
    }

    /** The name of the claim that the controller makes from a claim template: {@code data-orders-db-0}. */
    public String claim(String template) {
        return template + "-" + pod();
    }
}
