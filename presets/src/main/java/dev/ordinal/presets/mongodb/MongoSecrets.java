package dev.ordinal.presets.mongodb;

import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.Step;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.part.RunBook.Chapter;
import java.util.ArrayList;
import java.util.List;

/**
 * The chapters on passwords and on the key by which members know each other.
 *
 * @param kubectl commands in the namespace
 * @param commands commands on the set
 * @param agents of all members
 * @param secret the Secret with all of them
 * @param users those beside root
 */
record MongoSecrets(Kubectl kubectl, MongoCommands commands, MongoAgents agents, String secret, List<String> users) {
    private static final String PASSWORDS =
            """
            A new one in the Secret `%s` is enough: within two minutes the kubelets show it to the pods, and the agent of the primary
            tells the servers. Until then the old one holds. Applications have users of their own, which are not changed. The
            files that these commands leave hold what is new, for nobody else to read: delete them.""";
    private static final String KEY =
            """
            In two rounds, each of which restarts the members one by one: first all know both keys, then the new one alone. Members
            that have one key in common go on together. The files that these commands leave hold the keys, for nobody else to read:
            delete them.""";

    List<Chapter> chapters() {
        List<Step> passwords = new ArrayList<>();
        passwords.add(change("root")
                .until(kubectl.secretValue(secret, "root-password") + " | cmp -s - root-password && "
                        + agents.have("/auth/root-password", secret, "root-password") + " && "
                        + commands.rootGetsIn()));
        users.forEach(user -> passwords.add(of(user)));
        return List.of(
                new Chapter("Change a password", PASSWORDS.formatted(secret), Plan.of(passwords.toArray(Step[]::new))),
                new Chapter("Change the key of the members", KEY, Plan.of(both(), alone())));
    }

    private Step of(String user) {
        return user.equals("monitor")
                ? change(user)
                        .because("The exporter reads it when it starts.")
                        .run(kubectl.restart())
                        .until(kubectl.rolledOut())
                : change(user).because("The next job reads it.");
    }

    /** Not an empty one: no server takes it, and nobody would know the one that it has. */
    private Step change(String user) {
        String key = user + "-password";
        return Step.titled("Put a new password of " + user + " into the Secret")
                .run("(umask 077; openssl rand -hex 24 | tr -d '\\n' > " + key + ")")
                .run("[ -s " + key + " ] &&\n  " + kubectl.putIntoSecret(secret, key, key));
    }

    /** The list must hold two keys, and reach all members, before the first one goes. */
    private Step both() {
        return Step.titled("Let all members know a second key")
                .run("(umask 077; openssl rand -base64 756 | tr -d '\\n' > new-key)")
                .run("(umask 077; printf -- '- %s\\n' \"$(" + kubectl.secretValue(secret, "keyfile")
                        + " | tr -d '[:space:]')\" \"$(cat new-key)\" > keyfile)")
                .run("[ \"$(grep -Exc -e '- [A-Za-z0-9+/=]+' keyfile)\" = 2 ] &&\n  "
                        + kubectl.putIntoSecret(secret, "keyfile", "keyfile") + " &&\n  "
                        + kubectl.restart())
                .until(kubectl.rolledOut() + " && " + agents.have("/keys/keyfile", secret, "keyfile"));
    }

    private Step alone() {
        return Step.titled("Then leave the new key alone")
                .run(kubectl.secretValue(secret, "keyfile") + " | grep -qxF -e \"- $(cat new-key)\" &&\n  "
                        + kubectl.putIntoSecret(secret, "keyfile", "new-key") + " &&\n  "
                        + kubectl.restart())
                .until(kubectl.secretValue(secret, "keyfile") + " | grep -q '^[^-]' && " + kubectl.rolledOut());
    }
}
