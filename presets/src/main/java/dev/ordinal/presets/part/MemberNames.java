package dev.ordinal.presets.part;

import dev.ordinal.core.graph.Member;
import java.util.List;

/** Whether DNS can lead to the members by their whole names. */
public final class MemberNames {
    private static final int LONGEST = 253;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    private MemberNames() {}

    /** What is wrong with the domain that they are in. */
    public static void check(List<Member> members, String clusterDomain, Findings findings) {
        if (!clusterDomain.matches(LABEL + "(\\." + LABEL + ")*")) {
            findings.error(
                    "DomainIsDnsName",
                    "clusterDomain",
                    "\"" + clusterDomain + "\"",
                    "it is the end of every member's name, which no DNS server would know",
                    "use what the nodes' kubelets are told as clusterDomain, such as \"cluster.local\"");
        } else if (!members.isEmpty()) {
            String longest = members.get(members.size() - 1).dns(clusterDomain);
            if (longest.length() > LONGEST) {
                findings.error(
                        "MemberNamesAreShort",
                        "clusterDomain",
                        "\"" + clusterDomain + "\"",
                        "a name in DNS has 253 characters at most, and that of a member has " + longest.length()
                                + ", so nobody would find it",
                        "use shorter names for cluster and namespace, or a Kubernetes cluster with a shorter domain");
            }
        }
    }
}
