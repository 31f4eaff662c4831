package dev.ordinal.presets.zookeeper;

import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.Step;
import dev.ordinal.presets.part.CertificateStep;
import dev.ordinal.presets.part.ExternalAccess.LoadBalancers;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.part.RunBook.Chapter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of the page that is about those who come in: Secrets, clients, users. */
final class ClientsRunBook {
    private static final String JAAS =
            """
            Each shows its user and password. In Java they are in a file, here `client.jaas`:

            ```
            Client {
              org.apache.zookeeper.server.auth.DigestLoginModule required
              username="payments"
              password="<its password>";
            };
            ```

            and the client is started with

            ```
            -Djava.security.auth.login.config=client.jaas -Dzookeeper.fips-mode=false
            ```

            Without the second word a client of 3.9 or newer does not log in, and is turned away.""";
    private static final String TLS =
            """
            They speak TLS, and need `ca.crt` of the Secret `%s`:

            ```
            -Dzookeeper.client.secure=true -Dzookeeper.clientCnxnSocket=org.apache.zookeeper.ClientCnxnSocketNetty
            -Dzookeeper.ssl.trustStore.location=ca.crt -Dzookeeper.ssl.trustStore.type=PEM
            ```""";
    private static final String USERS =
            """
            A user is a key of the Secret `%s`. The servers read it when they start, so each change is rolled out, during which
            some members know of it and some do not. So do not give a user another password: a client that meets a member with
            the other one is turned away for good. Make a second user, move the clients, and remove the first.""";
    private static final String MEMBERS =
            """
            In three rounds, each rolled out, without a stop: all know the new one; all show the new one; all have forgotten the
            old one.""";

    private final ZooKeeperEnsemble ensemble;
    private final Kubectl kubectl;
    private final ZooKeeperCommands commands;
    private final ZooKeeperSecurity security;
    private final String first;
    private final String secret;

    ClientsRunBook(ZooKeeperEnsemble ensemble, Kubectl kubectl, ZooKeeperCommands commands) {
        this.ensemble = ensemble;
        this.kubectl = kubectl;
        this.commands = commands;
        this.security = ZooKeeperSecurity.of(ensemble);
        this.first = ensemble.name() + "-1";
        this.secret = ZooKeeperNames.passwords(ensemble).name();
    }

    /** What must be there before the manifest. */
    List<Step> secrets() {
        List<Step> steps = new ArrayList<>();
        if (security.hasPasswords()) {
            String members = security.membersHavePassword() ? literal("members") : "";
            steps.add(Step.titled("Make the passwords")
                    .because("That of the user admin, who may do everything"
                            + (members.isEmpty() ? "." : ", and the one that members show each other."))
                    .run(kubectl.say("create secret generic " + secret + literal("admin") + members)));
        }
        ensemble.tls()
                .ifPresent(tls -> steps.add(CertificateStep.of(
                        ensemble,
                        tls,
                        ", its key in PKCS #8 form, and its authority should sign nobody but members.",
                        kubectl)));
        return steps;
    }

    Chapter connect() {
        String text = Stream.of(addresses(), outside(), tls(), security.hasPasswords() ? JAAS : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
        Step look = Step.titled(
                        "Look at the data from a member" + (security.hasPasswords() ? ", as the user admin" : ""))
                .run(commands.cli(first, " ls /"));
        return new Chapter("Connect", text, security.hasPasswords() ? Plan.of(look, user(), place()) : Plan.of(look));
    }

    private String addresses() {
        return "Clients are given every member:\n\n```\n" + ensemble.connectString() + "\n```";
    }

    private String outside() {
        return ensemble.externalConnectString()
                .map(outside -> "Those outside are given"
                        + (ensemble.external().orElseThrow() instanceof LoadBalancers
                                ? ", once these names are those of the load balancers of the Services `"
                                        + ensemble.name() + "-external-1` and so on"
                                : "")
                        + ":\n\n```\n" + outside + "\n```")
                .orElse("");
    }

    private String tls() {
        return ensemble.tls().map(tls -> TLS.formatted(tls.secret().name())).orElse("");
    }

    private Step user() {
        return Step.titled("Make the user payments")
                .because("Its name is the key, its password the value. The members roll to read it.")
                .run(patch("payments=" + NEW))
                .run(restart())
                .until(kubectl.rolledOut());
    }

    private Step place() {
        return Step.titled("Give it a place that nobody else can read")
                .because("What has no list of its own is open to every user.")
                .run(commands.cli(first, " create /payments"))
                .run(commands.cli(first, " setAcl /payments sasl:payments:cdrwa"));
    }

    /** How passwords are changed. */
    List<Chapter> passwords() {
        List<Chapter> chapters = new ArrayList<>();
        if (security.hasPasswords()) {
            chapters.add(
                    new Chapter("Replace a user", USERS.formatted(secret), Plan.of(second(), sharing(), without())));
        }
        if (security.membersHavePassword()) {
            chapters.add(new Chapter("Change the password of the members", MEMBERS, Plan.of(know(), show(), forget())));
        }
        return chapters;
    }

    private Step second() {
        return Step.titled("Make a second user")
                .run(patch("payments-2=" + NEW))
                .run(restart())
                .until(kubectl.rolledOut());
    }

    private Step sharing() {
        return Step.titled("Let it into the places of the first")
                .because("It has no part in lists that name the first one, and each node has a list of its own.")
                .run(commands.cli(first, " setAcl -R /payments sasl:payments:cdrwa,sasl:payments-2:cdrwa"));
    }

    private Step without() {
        return Step.titled("When all clients show the second, remove the first")
                .run(remove("payments"))
                .run(restart())
                .until(kubectl.rolledOut());
    }

    private Step know() {
        return Step.titled("Let all members accept a second password")
                .run(patch("members-also=" + NEW))
                .run(restart())
                .until(kubectl.rolledOut());
    }

    private Step show() {
        return Step.titled("Let all members show it")
                .because("The two change places.")
                .run(patch("members=" + kept("members-also"), "members-also=" + kept("members")))
                .run(restart())
                .until(kubectl.rolledOut());
    }

    private Step forget() {
        return Step.titled("Let all members forget the old one")
                .run(remove("members-also"))
                .run(restart())
                .until(kubectl.rolledOut());
    }

    private static final String NEW = "$(openssl rand -hex 24)";

    private static String literal(String key) {
        return " \\\n  --from-literal=" + key + "=\"" + NEW + "\"";
    }

    private String kept(String key) {
        return "$(" + kubectl.say("get secret " + secret + " -o jsonpath='{.data." + key + "}'") + " | base64 -d)";
    }

    private String patch(String... pairs) {
        String data = Stream.of(pairs)
                .map(pair -> "\\\"" + pair.replaceFirst("=", "\\\\\":\\\\\"") + "\\\"")
                .collect(Collectors.joining(","));
        return kubectl.say("patch secret " + secret + " -p \"{\\\"stringData\\\":{" + data + "}}\"");
    }

    private String remove(String key) {
        return kubectl.say("patch secret " + secret + " -p '{\"data\":{\"" + key + "\":null}}'");
    }

    private String restart() {
        return kubectl.say("rollout restart statefulset " + ensemble.name());
    }
}
