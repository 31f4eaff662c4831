package dev.ordinal.presets.part;

import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.ServiceSpec;
import dev.ordinal.presets.part.ExternalAccess.LoadBalancers;
import dev.ordinal.presets.part.ExternalAccess.NodePorts;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What members are called outside, and the Services that lead to each.
 *
 * @param access how clients outside reach them
 * @param port the port that all members have inside
 * @param firstOrdinal the ordinal of the first member
 * @param members how many there are, from that one on
 */
public record Outside(ExternalAccess access, Port port, int firstOrdinal, int members) {
    private static final int LONGEST = 254;
    private static final String LABEL = "\\w([\\w-]{0,61}\\w)?";

    /** One Service for each member, named {@code <app>-external-<ordinal>}. */
    public ServiceSpec services() {
        ServiceSpec each = ServiceSpec.perPod("external");
        return access instanceof NodePorts nodes
                ? each.nodePort(port, nodes.firstPort() - firstOrdinal)
                : each.port(port).loadBalancer().trafficLocal(true);
    }

    /** The name of one member's host. */
    public String host(int ordinal) {
        return access instanceof LoadBalancers balancers
                ? balancers.host().replace(ExternalAccess.ORDINAL, String.valueOf(ordinal))
                : ((NodePorts) access).host();
    }

    /** Host and port of one member. */
    public String address(int ordinal) {
        int number = access instanceof NodePorts nodes ? nodes.firstPort() + ordinal - firstOrdinal : port.number();
        String host = host(ordinal);
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + number;
    }

    /** The hosts of all members, each once. */
    public List<String> hosts() {
        return ordinals().mapToObj(this::host).distinct().toList();
    }

    /** Hosts and ports of all members. */
    public List<String> addresses() {
        return ordinals().mapToObj(this::address).toList();
    }

    private IntStream ordinals() {
        return IntStream.range(firstOrdinal, firstOrdinal + members);
    }

    /** What was said, as it is quoted in findings. */
    public String said() {
        return access instanceof NodePorts nodes
                ? "\"" + nodes.host() + "\", " + nodes.firstPort()
                : "\"" + ((LoadBalancers) access).host() + "\"";
    }

    /** What is wrong with it for any software whose members are reached at the port that clients inside use too. */
    public void check(List<Peer> clients, Findings findings) {
        checkApart(
                "all members would have the same address outside, and a client must reach each one of them",
                "db",
                findings);
        if (!clients.isEmpty() && clients.stream().noneMatch(Outside::mayBeOutside)) {
            findings.warning(
                    "OutsideIsLetIn",
                    "external",
                    said(),
                    "the network policy lets in only the clients that are named, and none of them is outside of the cluster",
                    access instanceof NodePorts
                            ? "say client(Peer.addresses(\"…\")) with the range of the nodes, which put their address in place of the client's"
                            : "say client(Peer.addresses(\"…\")) with the range that they come from");
        }
    }

    /** That hosts can be looked up, and each member has an address of its own; what happens otherwise, and how a host may begin. */
    public void checkApart(String otherwise, String example, Findings findings) {
        String host = host(firstOrdinal);
        if (!isAddress(host) && !isName(host)) {
            findings.error(
                    "HostIsAName",
                    "external",
                    said(),
                    "clients outside would come to the host \"" + host + "\", which nobody can look up",
                    "write a name in DNS or an IP address alone, without scheme, blank and port");
        }
        if (access instanceof LoadBalancers balancers && !balancers.host().contains(ExternalAccess.ORDINAL)) {
            findings.error(
                    "AddressesAreApart",
                    "external",
                    said(),
                    otherwise,
                    "write {ordinal} into the host, as in " + example + "-{ordinal}.example.com");
        }
    }

    /** Whether a host is an IP address, by its characters. */
    public static boolean isAddress(String host) {
        return host.matches("\\d+(\\.\\d+){3}|[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*");
    }

    /** Resolvers do not mind capitals, underscores or a dot at the end. */
    private static boolean isName(String host) {
        return host.length() <= LONGEST && host.matches(LABEL + "(\\." + LABEL + ")*\\.?");
    }

    private static boolean mayBeOutside(Peer peer) {
        return peer instanceof Peer.Addresses || peer instanceof Peer.Anyone;
    }
}
