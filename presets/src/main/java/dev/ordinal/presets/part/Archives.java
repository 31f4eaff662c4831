package dev.ordinal.presets.part;

import dev.ordinal.core.change.Step;

/**
 * A look into a claim with backups, by a pod that only sleeps; it may run where only restricted pods may.
 *
 * @param kubectl commands in the namespace of the claim
 * @param pod the name of that pod
 * @param claim the claim
 * @param user the user who wrote the files
 */
public record Archives(Kubectl kubectl, String pod, String claim, long user) {
    /** Starts the pod, and shows what is there. */
    public Step find() {
        return Step.titled("Find the archive")
                .because("A pod that only sleeps gives a view of the claim.")
                .run(kubectl.say(new SmallPod(pod, user).withClaim(claim, "sleep", "86400")))
                .run(kubectl.say("wait pod " + pod + " --for=condition=Ready"))
                .run(kubectl.say("exec " + pod + " -- ls -l /backup"));
    }

    /** A command in that pod. */
    public String exec(String command) {
        return kubectl.say("exec " + pod + " -- " + command);
    }

    /** Deletes that pod. */
    public String remove() {
        return kubectl.say("delete pod " + pod);
    }
}
