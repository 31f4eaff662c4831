package dev.ordinal.presets.mysql;

import dev.ordinal.core.change.Plan;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.Member;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.part.RunBook.Chapter;
import java.util.List;
import java.util.stream.Collectors;

/** What to do with certificates while members run. */
final class MySqlRenewals {
    private static final String RENEWAL =
            """
            Nothing is restarted: members see what is renewed in the Secret after a minute or two, and show it to new connections.
            What others would not trust stays out, and the log says why.""";
    private static final String AUTHORITY =
            """
            In three steps, so that nobody ever meets a certificate that he does not trust. Clients go along: they trust both before the
            second step, and the new one alone after it. Who else writes the Secret, such as cert-manager, must write the same.""";

    private static final String CERTIFICATE = "openssl x509 -noout -enddate -serial";
    private static final String SHOWN =
            "openssl s_client -connect 127.0.0.1:3306 -starttls mysql 2> /dev/null < /dev/null | " + CERTIFICATE;

    private final Kubectl kubectl;
    private final String secret;
    private final List<Member> members;

    MySqlRenewals(Kubectl kubectl, String secret, List<Member> members) {
        this.kubectl = kubectl;
        this.secret = secret;
        this.members = members;
    }

    List<Chapter> chapters() {
        return List.of(
                new Chapter("Renew the certificate", RENEWAL, Plan.of(renewed(), why())),
                new Chapter("Change the authority", AUTHORITY, Plan.of(both(), another(), alone())));
    }

    private Step renewed() {
        return certificate("See that all members show what is in the Secret").run(each(SHOWN));
    }

    private Step why() {
        return Step.titled("If one goes on with what it had, read why")
                .run(members.stream()
                        .map(member -> kubectl.say("logs " + member.pod() + " -c mysql --tail=20"))
                        .collect(Collectors.joining("\n")));
    }

    private Step both() {
        return authorities("Trust both authorities")
                .because("The new one is in the file `new-ca.crt`.")
                .run(kubectl.trustBoth(secret, "both-ca.crt"));
    }

    private Step another() {
        return certificate("Show a certificate of the new one")
                .because("It is in the file `tls.crt`, its key in `tls.key`.")
                .run(kubectl.putIntoSecret(secret, "tls.crt", "tls.crt", "tls.key", "tls.key"));
    }

    private Step alone() {
        return authorities("Trust the new one alone").run(kubectl.putIntoSecret(secret, "ca.crt", "new-ca.crt"));
    }

    private Step certificate(String title) {
        return Step.titled(title).until(same(SHOWN, "tls.crt", CERTIFICATE));
    }

    private Step authorities(String title) {
        return Step.titled(title).until(same("sha256sum < /tls/ca.crt", "ca.crt", "sha256sum"));
    }

    /** Whether all members say of what they have what is said here of what is in the Secret; lines are in their order. */
    private String same(String there, String key, String here) {
        return "wanted=$(" + kubectl.secretValue(secret, key) + " | " + here + ") && [ \"$(" + each(there)
                + " | sort -u)\" = \"$wanted\" ]";
    }

    /** A member that is away says so, lest it passed for one that agrees. */
    private String each(String command) {
        String pods = members.stream().map(Member::pod).collect(Collectors.joining(" "));
        return "for pod in " + pods + "; do " + kubectl.say("exec \"$pod\" -c mysql -- sh -c '" + command + "'")
                + " || echo \"$pod says nothing\"; done";
    }
}
