package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The network policy. Members and the pods of jobs are always among the peers, and DNS always among the ways out. */
final class TrafficRenderer {
    private TrafficRenderer() {}

    static List<NetworkPolicy> render(StatefulApp app) {
        return app.traffic().isPresent() ? List.of(policy(app, app.traffic().get())) : List.of();
    }

    private static NetworkPolicy policy(StatefulApp app, TrafficSpec traffic) {
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(new LabelSelector(null, app.identity()));
        spec.setPolicyTypes(traffic.isClosedOut() ? List.of("Ingress", "Egress") : List.of("Ingress"));
        spec.setIngress(in(app, traffic));
        spec.setEgress(traffic.isClosedOut() ? out(app, traffic) : List.of());
        NetworkPolicy policy = new NetworkPolicy();
        policy.setMetadata(Meta.of(app, Names.own(app)));
        policy.setSpec(spec);
        return policy;
    }

    private static List<NetworkPolicyIngressRule> in(StatefulApp app, TrafficSpec traffic) {
        List<NetworkPolicyIngressRule> rules = new ArrayList<>();
        rules.add(new NetworkPolicyIngressRule(List.of(pods(app.identity())), null));
        for (TrafficRule rule : traffic.in()) {
            rules.add(new NetworkPolicyIngressRule(peers(rule.peer()), ports(rule.ports())));
        }
        for (JobSpec job : app.jobs()) {
            rules.add(new NetworkPolicyIngressRule(List.of(pods(JobRenderer.own(app, job))), ports(job.calls())));
        }
        return rules;
    }

    private static List<NetworkPolicyEgressRule> out(StatefulApp app, TrafficSpec traffic) {
        List<NetworkPolicyEgressRule> rules = new ArrayList<>();
        rules.add(new NetworkPolicyEgressRule(null, List.of(pods(app.identity()))));
        rules.add(new NetworkPolicyEgressRule(List.of(dns("UDP"), dns("TCP")), null));
        for (TrafficRule rule : traffic.out()) {
            rules.add(new NetworkPolicyEgressRule(ports(rule.ports()), peers(rule.peer())));
        }
        return rules;
    }

    private static List<NetworkPolicyPeer> peers(Peer peer) {
        // The usual one first: what is asked for after it is loaded only where it is used.
        if (peer instanceof Peer.Anyone) {
            return List.of();
        } else if (peer instanceof Peer.Pods pods) {
            return List.of(pods(pods.labels()));
        } else if (peer instanceof Peer.Namespace namespace) {
            LabelSelector all = new LabelSelector(null, Map.of("kubernetes.io/metadata.name", namespace.name()));
            LabelSelector some = namespace.labels().isEmpty() ? null : new LabelSelector(null, namespace.labels());
            return List.of(new NetworkPolicyPeer(null, all, some));
        } else if (peer instanceof Peer.Addresses addresses) {
            return List.of(new NetworkPolicyPeer(new IPBlock(addresses.cidr(), null), null, null));
        }
        return List.of();
    }

    private static NetworkPolicyPeer pods(Map<String, String> labels) {
        return new NetworkPolicyPeer(null, null, new LabelSelector(null, labels));
    }

    private static List<NetworkPolicyPort> ports(List<Port> ports) {
        List<NetworkPolicyPort> all = new ArrayList<>(ports.size());
        for (Port port : ports) {
            all.add(new NetworkPolicyPort(
                    null, new IntOrString(port.number()), port.protocol().name()));
        }
        return all;
    }

    private static NetworkPolicyPort dns(String protocol) {
        return new NetworkPolicyPort(null, new IntOrString(53), protocol);
    }
}
