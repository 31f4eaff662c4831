package dev.ordinal.core.admission;

import java.util.List;

/** Topology spread constraints. */
final class TopologySpread {
    private TopologySpread() {}

    static void check(Node pod) {
        List<Node> constraints = pod.each("topologySpreadConstraints");
        for (int i = 0; i < constraints.size(); i++) {
            Node constraint = constraints.get(i);
            constraint(constraint);
            if (isAmong(constraints.subList(i + 1, constraints.size()), constraint)) {
                constraint
                        .field("topologyKey")
                        .calledAs(constraint.field("{topologyKey, whenUnsatisfiable}"))
                        .duplicate("spread constraint with this whenUnsatisfiable");
            }
        }
    }

    private static boolean isAmong(List<Node> others, Node constraint) {
        for (Node other : others) {
            if (same(other, constraint)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(Node one, Node other) {
        return one.field("topologyKey").text().equals(other.field("topologyKey").text())
                && one.field("whenUnsatisfiable")
                        .text()
                        .equals(other.field("whenUnsatisfiable").text());
    }

    private static void constraint(Node constraint) {
        Node skew = constraint.field("maxSkew");
        if (skew.number(0) < 1) {
            skew.invalid(Statement.NUMBER_IS_IN_RANGE, "the skew is at least 1", "write maxSkew: 1");
        }
        constraint.field("topologyKey").required("topologyKey: topology.kubernetes.io/zone");
        Node action = constraint.field("whenUnsatisfiable");
        Containers.known(action, "DoNotSchedule", "ScheduleAnyway");
        Node domains = constraint.field("minDomains");
        domains.atLeast(1);
        if (domains.isPresent() && !action.is("DoNotSchedule")) {
            domains.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "it goes with whenUnsatisfiable: DoNotSchedule only",
                    "remove minDomains");
        }
        constraint.field("nodeAffinityPolicy").oneOf("Honor", "Ignore");
        constraint.field("nodeTaintsPolicy").oneOf("Honor", "Ignore");
        Scheduling.matchLabelKeys(constraint);
        Selectors.check(constraint.field("labelSelector"));
    }
}
