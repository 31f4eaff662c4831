package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.Step;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.part.RunBook.Chapter;
import java.util.List;

/** The part of the page that is about certificates which change while the members run. */
final class CertificatesRunBook {
    private static final String RENEW =
            """
            A certificate that is renewed in the Secret `%1$s` is taken up without a restart: Kubernetes shows it to the pods after a
            minute or so, and the container `certificates` of each looks every five seconds, checks it and gives it to the server.
            Connections that are open stay as they are. What the server could not use is not taken up, and the log says why.""";
    private static final String AUTHORITY =
            """
            In three rounds, without a restart: all trust both authorities; all show a certificate of the new one; all trust the new
            one alone. The new authority, here in `new-ca.crt`, must have another name (subject) than the old one, because of two
            with one name the server knows the last one only. Clients trust the same at the same time: `both.crt` before the second
            round, `new-ca.crt` after it. Where cert-manager renews, let the new issuer sign in the second round, and put `both.crt`
            back at once, because cert-manager writes a `ca.crt` of its own.""";

    private final String secret;
    private final Kubectl kubectl;
    private final ZooKeeperCommands commands;
    private final int members;

    CertificatesRunBook(String secret, Kubectl kubectl, ZooKeeperCommands commands, int members) {
        this.secret = secret;
        this.kubectl = kubectl;
        this.commands = commands;
        this.members = members;
    }

    List<Chapter> chapters() {
        return List.of(
                new Chapter("Renew the certificate", RENEW.formatted(secret), Plan.of(look())),
                new Chapter("Change the authority", AUTHORITY, Plan.of(both(), certificate(), alone())));
    }

    private Step look() {
        return Step.titled("See that all members show the certificate of the Secret")
                .because("First its serial number, then those that members show, to clients and to each other.")
                .run(secretSerial())
                .run(shown())
                .run(commands.forAll(members, kubectl.say("logs " + commands.eachPod() + " -c certificates --tail=1")))
                .until(same(shown() + " | sort -u", secretSerial()));
    }

    private Step both() {
        return Step.titled("Trust both authorities")
                .run(kubectl.trustBoth(secret, "both.crt"))
                .until(trusted());
    }

    private Step certificate() {
        return Step.titled("Show a certificate of the new one")
                .because("Here from the files `tls.crt` and `tls.key`.")
                .run(kubectl.putIntoSecret(secret, "tls.crt", "tls.crt", "tls.key", "tls.key"))
                .until(same(shown() + " | sort -u", secretSerial()));
    }

    private Step alone() {
        return Step.titled("Trust the new one alone")
                .run(kubectl.putIntoSecret(secret, "ca.crt", "new-ca.crt"))
                .until(trusted());
    }

    private String secretSerial() {
        return kubectl.secretValue(secret, "tls.crt") + " | openssl x509 -noout -serial";
    }

    /** A member that is away says so, lest it passed for one that agrees. */
    private String shown() {
        String pod = commands.eachPod();
        return commands.forAll(
                members, commands.exec(pod, "sh /conf/shown.sh") + " || echo \"" + pod + " says nothing\"");
    }

    private String trusted() {
        return same(
                commands.forAll(members, commands.exec(commands.eachPod(), "cat /stores/ca.pem") + " | cksum")
                        + " | sort -u",
                kubectl.secretValue(secret, "ca.crt") + " | cksum");
    }

    private static String same(String one, String other) {
        return "[ \"$(" + one + ")\" = \"$(" + other + ")\" ]";
    }
}
