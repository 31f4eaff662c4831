package dev.ordinal.core.rollout;

/**
 * What a sync counts. Pods that it made itself are not in it yet, and those that it deleted still are.
 *
 * @param replicas all pods of the set
 * @param ready those that are ready
 * @param current those at the revision of the last completed rollout
 * @param updated those at the revision of the template
 */
record Status(int replicas, int ready, int current, int updated) {
    static Status of(View view) {
        int ready = 0;
        int current = 0;
        int updated = 0;
        for (LivePod pod : view.seen()) {
            ready += pod.isReady() ? 1 : 0;
            current += !pod.terminating() && pod.isAt(view.current()) ? 1 : 0;
            updated += !pod.terminating() && pod.isAt(view.update()) ? 1 : 0;
        }
        return new Status(view.seen().size(), ready, current, updated);
    }

    Status withOneCurrentLess() {
        return new Status(replicas, ready, current - 1, updated);
    }

    /** Writes it down, and completes the rollout if nothing of it is left to do. */
    void write(View view) {
        boolean isComplete = !view.spec().onDelete() && isAll(view.spec().replicas());
        Revision revision = isComplete ? view.update() : view.current();
        view.world().set(view.set().counted(revision, isComplete ? updated : current));
    }

    private boolean isAll(int wanted) {
        return replicas == wanted && ready == wanted && updated == wanted;
    }
}
