package dev.ordinal.core.admission;

import java.util.List;
import java.util.Map;

/** A pod's own fields; its larger parts have a class each. */
final class Pods {
    private static final int MOST_NAMESERVERS = 3;
    private static final int MOST_SEARCHES = 32;
    private static final int LONGEST_SEARCHES = 2048;

    private Pods() {}

    static void check(Node pod, Map<String, Node> claims) {
        Containers.check(pod, Volumes.check(pod, claims));
        Resources.ofPod(pod);
        SecurityContexts.ofPod(pod);
        Scheduling.check(pod);
        OperatingSystems.check(pod);
        names(pod);
        choices(pod);
        dns(pod);
        hostAliases(pod);
        hostnameOverride(pod.field("hostnameOverride"), pod);
        Environment.fileVolumes(pod, claims);
        pod.field("activeDeadlineSeconds").range(1, Integer.MAX_VALUE);
        for (Node gate : pod.each("readinessGates")) {
            Selectors.qualified(gate.field("conditionType"));
        }
    }

    private static void names(Node pod) {
        Node account = pod.field("serviceAccountName").given();
        // The old name of the field counts where the new one is not set.
        (account.isPresent() ? account : pod.field("serviceAccount").given().calledAs(account))
                .named(Names.DNS_SUBDOMAIN);
        pod.field("nodeName").given().named(Names.DNS_SUBDOMAIN);
        pod.field("priorityClassName").given().named(Names.DNS_SUBDOMAIN);
        pod.field("runtimeClassName").named(Names.DNS_SUBDOMAIN);
    }

    private static void choices(Node pod) {
        pod.field("restartPolicy").given().oneOf("Always", "OnFailure", "Never");
        pod.field("dnsPolicy").given().oneOf("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");
        preemption(pod.field("preemptionPolicy"));
    }

    static void preemption(Node preemption) {
        if (preemption.is("")) {
            preemption.required("preemptionPolicy: PreemptLowerPriority, or leave it out");
        }
        preemption.given().oneOf("PreemptLowerPriority", "Never");
    }

    private static void dns(Node pod) {
        Node config = pod.field("dnsConfig");
        Node servers = config.field("nameservers");
        if (pod.field("dnsPolicy").is("None") && servers.isEmpty()) {
            (config.isPresent() ? servers : config)
                    .refuse(
                            Reason.REQUIRED,
                            Statement.REQUIRED_FIELD_IS_SET,
                            "without the cluster's DNS (dnsPolicy: None) the pod needs a nameserver",
                            "write dnsConfig: {nameservers: [10.0.0.10]}, or dnsPolicy: ClusterFirst");
            return;
        }
        if (servers.size() > MOST_NAMESERVERS) {
            tooLarge(servers, "at most 3 nameservers are allowed");
        }
        for (Node item : config.each("nameservers")) {
            Addresses.ip(item);
        }
        searches(config.field("searches"), config.each("searches"));
        for (Node option : config.each("options")) {
            if (option.field("name").isEmpty()) {
                option.refuse(
                        Reason.REQUIRED, Statement.REQUIRED_FIELD_IS_SET, "an option has a name", "write name: ndots");
            }
        }
    }

    private static void searches(Node whole, List<Node> searches) {
        int length = -1;
        for (Node search : searches) {
            length += search.text().length() + 1;
        }
        if (searches.size() > MOST_SEARCHES || length > LONGEST_SEARCHES) {
            tooLarge(whole, "at most 32 search domains of together 2048 characters are allowed");
        }
        for (Node search : searches) {
            if (!search.is(".")) {
                String domain = search.text();
                search.orEmpty()
                        .named(
                                Names.SEARCH_DOMAIN,
                                domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain);
            }
        }
    }

    private static void tooLarge(Node list, String why) {
        list.invalid(Statement.SIZE_IS_WITHIN_LIMIT, why, "remove some entries");
    }

    private static void hostAliases(Node pod) {
        for (Node alias : pod.each("hostAliases")) {
            Addresses.ip(alias.field("ip"));
            for (Node name : alias.each("hostnames")) {
                name.orEmpty().named(Names.DNS_SUBDOMAIN);
            }
        }
    }

    private static void hostnameOverride(Node override, Node pod) {
        if (!override.isPresent()) {
            return;
        }
        for (String other : List.of("setHostnameAsFQDN", "hostNetwork")) {
            if (pod.field(other).isTrue()) {
                override.forbidden("it cannot go with " + other, "remove hostnameOverride or " + other);
            }
        }
        if (override.text().length() > 64) {
            override.refuse(
                    Reason.TOO_LONG,
                    Statement.SIZE_IS_WITHIN_LIMIT,
                    "it may have 64 characters",
                    "write a shorter name");
        }
        override.named(Names.DNS_SUBDOMAIN);
    }
}
