package dev.ordinal.presets.part;

import dev.ordinal.core.graph.Member;
import dev.ordinal.dsl.StatefulApp;
import java.util.Optional;

/** Commands on the objects of one app, in its namespace. */
public final class Kubectl {
    private final StatefulApp app;
    private final String kubectl;

    private Kubectl(StatefulApp app, Optional<String> namespace) {
        this.app = app;
        this.kubectl = "kubectl" + namespace.map(name -> " -n " + name).orElse("");
    }

    /** On the objects of that app. */
    public static Kubectl of(StatefulApp app) {
        return new Kubectl(app, app.namespace());
    }

    /** Any command in the app's namespace: {@code kubectl -n shop <arguments>}. */
    public String say(String arguments) {
        return kubectl + " " + arguments;
    }

    /** A command in the main container of a member. */
    public String exec(Member member, String command) {
        return say("exec " + member.pod() + " -c " + app.containers().get(0).name() + " -- " + command);
    }

    /** Another number of members. */
    public String scale(int replicas) {
        return say("scale statefulset " + app.name() + " --replicas=" + replicas);
    }

    /** Succeeds once all members are of the wanted revision and ready. */
    public String rolledOut() {
        return say("rollout status statefulset " + app.name() + " --timeout=10m");
    }

    /** All members anew, one after the other. */
    public String restart() {
        return say("rollout restart statefulset " + app.name());
    }

    /** The labels of the pods, for {@code -l}. */
    public String selector() {
        StringBuilder labels = new StringBuilder();
        app.identity().forEach((key, value) -> labels.append(labels.isEmpty() ? "" : ",")
                .append(key + "=" + value));
        return labels.toString();
    }

    /** Prints what a Secret has under a key. */
    public String secretValue(String secret, String key) {
        return say("get secret " + secret + " -o jsonpath='{.data." + key.replace(".", "\\.") + "}'") + " | base64 -d";
    }

    /**
     * Puts files into a Secret, all at once.
     *
     * @param keysAndFiles a key, the file that goes there, and so on
     */
    public String putIntoSecret(String secret, String... keysAndFiles) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < keysAndFiles.length; i += 2) {
            data.append(i == 0 ? "" : ",")
                    .append("\\\"" + keysAndFiles[i] + "\\\":\\\"$(base64 < " + keysAndFiles[i + 1]
                            + " | tr -d '\\n')\\\"");
        }
        return say("patch secret " + secret + " -p \"{\\\"data\\\":{" + data + "}}\"");
    }

    /**
     * Trusts the authority in {@code new-ca.crt} beside the one that the Secret has; where one of them cannot be read, the Secret
     * stays as it is.
     *
     * @param file for both
     */
    public String trustBoth(String secret, String file) {
        return "{ " + secretValue(secret, "ca.crt") + "; echo; cat new-ca.crt; } > " + file
                + "\n[ \"$(grep -c 'BEGIN CERTIFICATE' " + file + ")\" -ge 2 ] &&\n  "
                + putIntoSecret(secret, "ca.crt", file);
    }
}
