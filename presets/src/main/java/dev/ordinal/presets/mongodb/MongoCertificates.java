package dev.ordinal.presets.mongodb;

import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.Step;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.part.RunBook.Chapter;

/**
 * The chapter on certificates that are renewed, and on another authority.
 *
 * @param kubectl commands in the namespace
 * @param agents of those who show them
 * @param secret the Secret of the certificates
 */
record MongoCertificates(Kubectl kubectl, MongoAgents agents, String secret) {
    Chapter chapter() {
        return new Chapter(
                "Renew certificates",
                "Change the Secret `" + secret
                        + "`, or let a certificate manager do so. Within two minutes each agent has made its"
                        + " server take up what is new; no pod restarts, and connections that are open stay. What does not fit"
                        + " is not taken up: the server keeps what it has.",
                Plan.of(
                        look(),
                        why(),
                        authority("To change the authority, put the new one beside the old one", both(), 2)
                                .because(
                                        "It is in `new.crt`. Clients need both as well, before the next step. If all changes at"
                                                + " once instead, members cannot call each other anew until each of them has it."),
                        Step.titled("Then renew the certificates, by the new authority")
                                .because("Go on when every member shows one: see the first step."),
                        authority("Then leave the new authority alone", "cat new.crt", 1)
                                .because("Clients can do without the old one from now on, too.")));
    }

    private String both() {
        return "{ " + kubectl.secretValue(secret, "ca.crt") + "; echo; cat new.crt; }";
    }

    private Step look() {
        return Step.titled("See that every member shows what the Secret has")
                .run(kubectl.secretValue(secret, "tls.crt") + " | openssl x509 -noout -serial -enddate")
                .run(agents.each("echo $pod $("
                        + agents.inAgent("sh -c 'openssl s_client -connect localhost:27017 < /dev/null"
                                + " 2> /dev/null | openssl x509 -noout -serial -enddate'")
                        + ")"));
    }

    private Step why() {
        return Step.titled("If it does not, read why")
                .run(agents.each(
                        kubectl.say("logs $pod -c " + MongoRenderer.AGENT) + " | grep certificate | tail -n 1"));
    }

    /** With so many certificates at least: a part that could not be read would be missed by those who rely on it. */
    private Step authority(String title, String source, int least) {
        return Step.titled(title)
                .run(source + " > ca.crt")
                .run("[ \"$(grep -c 'BEGIN CERTIFICATE' ca.crt)\" -ge " + least + " ] &&\n  "
                        + kubectl.putIntoSecret(secret, "ca.crt", "ca.crt"))
                .until(kubectl.secretValue(secret, "ca.crt") + " | cmp -s - ca.crt && "
                        + agents.have("/keys/ca.pem", secret, "ca.crt"));
    }
}
