package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.graph.Member;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.ExternalAccess.LoadBalancers;
import dev.ordinal.presets.part.ExternalAccess.NodePorts;
import java.util.ArrayList;
import java.util.List;

/** The names by which members are reached, inside and outside. */
final class OutsideNames {
    private OutsideNames() {}

    /** Host and port of every member, as clients outside know them. */
    static List<String> addresses(ZooKeeperEnsemble ensemble, ExternalAccess access) {
        List<String> addresses = new ArrayList<>();
        for (Member member : ZooKeeperRenderer.members(ensemble)) {
            addresses.add(
                    access instanceof NodePorts nodes
                            ? nodes.host() + ":" + (nodes.firstPort() + addresses.size())
                            : host((LoadBalancers) access, member) + ":"
                                    + ZooKeeperRenderer.clientPort(ensemble).number());
        }
        return addresses;
    }

    /** Members know each other, and clients know them, by these. */
    static List<String> certificate(ZooKeeperEnsemble ensemble) {
        List<String> names = new ArrayList<>();
        List<Member> members = ZooKeeperRenderer.members(ensemble);
        members.stream()
                .limit(1)
                .map(member -> member.dns(ensemble.clusterDomain()).replaceFirst("^[^.]*", "*"))
                .forEach(names::add);
        names.add(ensemble.name());
        ensemble.namespace().ifPresent(namespace -> {
            names.add(ensemble.name() + "." + namespace + ".svc");
            names.add(ensemble.name() + "." + namespace + ".svc." + ensemble.clusterDomain());
        });
        ensemble.external().ifPresent(access -> outside(access, members, names));
        return List.copyOf(names);
    }

    private static void outside(ExternalAccess access, List<Member> members, List<String> names) {
        if (access instanceof NodePorts nodes) {
            names.add(nodes.host());
        } else {
            members.forEach(member -> names.add(host((LoadBalancers) access, member)));
        }
    }

    private static String host(LoadBalancers balancers, Member member) {
        return balancers.host().replace(ExternalAccess.ORDINAL, String.valueOf(member.ordinal()));
    }
}
