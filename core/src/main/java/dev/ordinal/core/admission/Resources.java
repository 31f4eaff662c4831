package dev.ordinal.core.admission;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Requests and limits of containers and pods. */
final class Resources {
    private static final Set<String> COMPUTE = Set.of("cpu", "memory", "ephemeral-storage");
    /** What quotas count: it comes in whole pieces. */
    private static final Set<String> COUNTED = Set.of(
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "services.nodeports",
            "services.loadbalancers");

    private static final String HUGE_PAGES = "hugepages-";

    private Resources() {}

    static void ofContainer(Node container, Node pod) {
        Node resources = container.field("resources");
        if (resources.isPresent()) {
            amounts(resources, false);
            claims(resources, pod);
        }
    }

    /** The pod's own requests and limits, and its overhead, which is judged as if it were limits. */
    static void ofPod(Node pod) {
        Node resources = pod.field("resources");
        if (resources.isPresent() && !pod.field("os").field("name").is("windows")) {
            resources.field("claims").absent("claims belong to the containers");
            amounts(resources, true);
            claims(resources, pod);
            sums(pod, resources);
        }
        for (Node amount : pod.entries("overhead")) {
            amount(amount.calledAs(pod.field("overhead").field("limits").key(amount.key())), false);
        }
        hugePages(pod.field("overhead"), hasHugePages(pod, "overhead"), hasCompute(pod.field("overhead")));
    }

    private static void amounts(Node resources, boolean ofPod) {
        Node limits = resources.field("limits");
        Node requests = resources.field("requests");
        for (Node limit : resources.entries("limits")) {
            amount(limit, ofPod);
        }
        for (Node request : resources.entries("requests")) {
            amount(request, ofPod);
            againstLimit(request.calledAs(requests), limits);
        }
        hugePages(
                resources,
                hasHugePages(resources, "limits") || hasHugePages(resources, "requests"),
                hasCompute(limits) || hasCompute(requests));
    }

    private static void hugePages(Node where, boolean huge, boolean compute) {
        if (huge && !compute) {
            where.forbidden("huge pages need cpu or memory beside them", "add memory: 1Gi");
        }
    }

    private static boolean hasHugePages(Node resources, String list) {
        for (Node amount : resources.entries(list)) {
            if (amount.key().startsWith(HUGE_PAGES)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCompute(Node amounts) {
        return amounts.has("cpu") || amounts.has("memory");
    }

    private static void amount(Node amount, boolean ofPod) {
        String name = amount.key();
        name(amount, name, ofPod);
        Quantity quantity = value(amount);
        if (quantity.sign() < 0) {
            amount.invalid(
                    Statement.QUANTITY_IS_ALLOWED, "an amount cannot be negative", "write an amount such as 500m");
        }
        if ((COUNTED.contains(name) || isExtended(name)) && !quantity.isWhole()) {
            amount.invalid(
                    Statement.QUANTITY_IS_ALLOWED, "this resource comes in whole pieces", "write a whole number");
        }
        if (name.startsWith(HUGE_PAGES)) {
            Quantity page = Quantity.parse(name.substring(HUGE_PAGES.length()));
            if (page == null || page.sign() <= 0 || !page.isWhole() || !quantity.isMultipleOf(page)) {
                amount.invalid(
                        Statement.QUANTITY_IS_ALLOWED,
                        "it must be a number of whole pages",
                        "write a multiple of the page size");
            }
        }
    }

    /** The amount as the server stores it; nothing readable counts as zero. */
    private static Quantity value(Node amount) {
        Quantity quantity = amount.quantity();
        return quantity == null ? Quantity.ZERO : quantity.rounded();
    }

    private static void name(Node amount, String name, boolean ofPod) {
        boolean plain = name.indexOf('/') < 0;
        boolean known =
                plain ? COMPUTE.contains(name) || name.startsWith(HUGE_PAGES) : isNative(name) || isExtended(name);
        boolean standard = plain && Names.QUALIFIED.accepts(name) && isStandard(name);
        if (ofPod && (standard || (!plain && Names.QUALIFIED.accepts(name)))) {
            if (!isOfPods(name)) {
                amount.refuse(
                        Reason.NOT_SUPPORTED,
                        Statement.VALUE_IS_KNOWN,
                        "a pod as a whole has only cpu, memory and huge pages",
                        "move it to a container");
            }
        } else if (!Names.QUALIFIED.accepts(name) || !known) {
            amount.invalid(
                    Statement.VALUE_IS_KNOWN,
                    "containers have cpu, memory, ephemeral-storage, hugepages-<size>, and resources with a domain",
                    "rename it: " + Wording.nearest(name, "cpu", "memory", "ephemeral-storage"));
        }
    }

    /** Whether a pod as a whole can have it. */
    private static boolean isOfPods(String name) {
        return name.equals("cpu") || name.equals("memory") || name.startsWith(HUGE_PAGES);
    }

    /** A text that names a resource of containers. */
    static void containerResource(Node name) {
        name(name, name.text(), false);
    }

    /** Whether the server knows such a resource at all, be it only for quotas. */
    private static boolean isStandard(String name) {
        String plain = name.startsWith("requests.")
                ? name.substring(9)
                : name.startsWith("limits.") ? name.substring(7) : name;
        return COMPUTE.contains(plain)
                || name.startsWith(HUGE_PAGES)
                || name.startsWith("requests." + HUGE_PAGES)
                || COUNTED.contains(name)
                || name.equals("storage")
                || name.equals("requests.storage");
    }

    /** Whether a resource is Kubernetes' own, and may be overcommitted. */
    private static boolean isNative(String name) {
        return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
    }

    private static boolean isExtended(String name) {
        return !isNative(name) && !name.startsWith("requests.") && Names.QUALIFIED.accepts("requests." + name);
    }

    private static void againstLimit(Node request, Node limits) {
        String name = request.key();
        boolean fixed = !isNative(name) || name.startsWith(HUGE_PAGES);
        if (limits.has(name)) {
            int order = value(request).compareTo(value(limits.key(name)));
            if (order > 0 || (fixed && order != 0)) {
                request.invalid(
                        Statement.QUANTITY_IS_ALLOWED,
                        (fixed ? "the request must equal the limit, " : "the request is above the limit, ")
                                + limits.key(name).written(),
                        "write " + limits.key(name).written() + ", or change the limit");
            }
        } else if (fixed) {
            limits.calledAs(limits)
                    .refuse(
                            Reason.REQUIRED,
                            Statement.REQUIRED_FIELD_IS_SET,
                            name + " cannot be overcommitted and needs a limit",
                            "write limits: {" + name + ": " + request.written() + "}");
        }
    }

    private static void claims(Node resources, Node pod) {
        Set<String> declared = new HashSet<>();
        for (Node claim : pod.each("resourceClaims")) {
            declared.add(claim.field("name").text());
        }
        Set<String> used = new HashSet<>();
        for (Node claim : resources.each("claims")) {
            String name = claim.field("name").text();
            if (name.isEmpty()) {
                claim.refuse(Reason.REQUIRED, Statement.REQUIRED_FIELD_IS_SET, "a claim has a name", "write name: gpu");
                continue;
            }
            claimedOnce(claim, name, used);
            if (!declared.contains(name)) {
                claim.refuse(
                        Reason.NOT_FOUND,
                        Statement.REFERENCE_RESOLVES,
                        "the pod's resourceClaims have none of this name",
                        "add it to resourceClaims");
            }
        }
    }

    /** A claim is used as a whole once, or each of its requests once. */
    private static void claimedOnce(Node claim, String name, Set<String> used) {
        if (used.contains(name)) {
            claim.duplicate("claim");
            return;
        }
        Node request = claim.field("request").given();
        request.named(Names.DNS_LABEL);
        boolean partly = !request.isPresent() && used.stream().anyMatch(one -> one.startsWith(name + "/"));
        if (!used.add(request.isPresent() ? name + "/" + request.text() : name) || partly) {
            claim.duplicate("claim");
        }
    }

    /** The pod's requests cover its containers' together, and no container's limit exceeds the pod's. */
    private static void sums(Node pod, Node resources) {
        Node requests = resources.field("requests");
        Node limits = resources.field("limits");
        total(pod, "requests").forEach((name, total) -> {
            if (isOfPods(name) && requests.has(name)) {
                atLeast(requests.key(name), total);
            }
        });
        total(pod, "limits").forEach((name, total) -> {
            if (name.startsWith(HUGE_PAGES) && limits.has(name)) {
                atLeast(limits.key(name), total);
            }
        });
        for (Node container : pod.each("containers")) {
            for (Node limit : container.field("resources").entries("limits")) {
                if (limits.has(limit.key()) && value(limit).compareTo(value(limits.key(limit.key()))) > 0) {
                    Node called = resources.item("containers", Integer.parseInt(container.key()));
                    limit.calledAs(called.key(limit.key()).field("limits"))
                            .invalid(
                                    Statement.QUANTITY_IS_ALLOWED,
                                    "the pod as a whole has less",
                                    "raise the pod's limit");
                }
            }
        }
    }

    private static void atLeast(Node amount, Quantity total) {
        if (value(amount).compareTo(total) < 0) {
            amount.invalid(
                    Statement.QUANTITY_IS_ALLOWED,
                    "the containers together have more",
                    "write at least " + total.amount().toPlainString());
        }
    }

    /** What the pod needs at its fullest: all containers and sidecars, or one init container and the sidecars before it. */
    private static Map<String, Quantity> total(Node pod, String list) {
        Map<String, Quantity> running = new TreeMap<>();
        Map<String, Quantity> starting = new TreeMap<>();
        for (Node container : pod.each("containers")) {
            add(running, container, list);
        }
        Map<String, Quantity> sidecars = new TreeMap<>();
        for (Node container : pod.each("initContainers")) {
            Map<String, Quantity> together = new TreeMap<>(sidecars);
            add(together, container, list);
            if (Containers.isSidecar(container)) {
                add(running, container, list);
                sidecars = together;
            }
            together.forEach((name, amount) -> starting.merge(name, amount, Resources::larger));
        }
        starting.forEach((name, amount) -> running.merge(name, amount, Resources::larger));
        return running;
    }

    private static void add(Map<String, Quantity> total, Node container, String list) {
        for (Node amount : container.field("resources").entries(list)) {
            total.merge(amount.key(), value(amount), Quantity::plus);
        }
    }

    private static Quantity larger(Quantity one, Quantity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
