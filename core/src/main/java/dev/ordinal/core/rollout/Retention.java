package dev.ordinal.core.rollout;

/** Who owns the claims of a pod, and so with whom they go: the retention policy as owner references. */
final class Retention {
    private Retention() {}

    /** Brings the owners of a pod's claims in line with the policy, which may be changed at any time. */
    static void apply(View view, LivePod pod) {
        int owner = owner(view, pod);
        pod.claims().stream()
                .filter(claim -> view.world().claimOwners().containsKey(claim))
                .forEach(claim -> view.world().own(claim, owner));
    }

    private static int owner(View view, LivePod pod) {
        Spec spec = view.spec();
        if (spec.deletesWhenScaled() && !spec.wants(pod.ordinal())) {
            return pod.id();
        }
        return spec.deletesWithSet() ? view.set().id() : World.NOBODY;
    }
}
