package dev.ordinal.core.rollout;

/**
 * The StatefulSet controller of Kubernetes 1.36. Each sync looks once and decides on what it saw; what it did itself is
 * seen by the next sync.
 */
final class Controller {
    private Controller() {}

    /** Syncs until a sync changes nothing. */
    static void runUntilQuiet(World world) {
        // Each sync brings at least one pod nearer to its end; the bound only keeps a mistake here from running for
        // ever.
        int most = 10 + 10 * (world.pods().size() + wanted(world));
        int before = -1;
        for (int i = 0; i < most && before != world.changes(); i++) {
            before = world.changes();
            GarbageCollector.collect(world);
            sync(world);
        }
    }

    static int wanted(World world) {
        LiveSet set = world.set();
        return set == null ? 0 : set.spec().replicas();
    }

    private static void sync(World world) {
        LiveSet set = world.set();
        if (set == null) {
            return;
        }
        adopt(world, set);
        View view = View.of(world, set);
        Status status = Status.of(view);
        boolean isDone = Replicas.process(view) && Condemned.process(view);
        if (isDone && !set.spec().onDelete() && RollingUpdate.process(view)) {
            status = status.withOneCurrentLess();
        }
        status.write(view);
    }

    private static void adopt(World world, LiveSet set) {
        world.pods().stream()
                .filter(pod -> pod.owner() == World.NOBODY)
                .forEach(orphan -> world.put(orphan.ownedBy(set.id())));
    }
}
