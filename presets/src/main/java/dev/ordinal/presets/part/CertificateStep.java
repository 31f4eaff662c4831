package dev.ordinal.presets.part;

import dev.ordinal.core.change.Step;
import java.util.Locale;

/** What must be there before members with a certificate start. */
public final class CertificateStep {
    private CertificateStep() {}

    /**
     * The Secret, or who signs what cert-manager puts into it.
     *
     * @param more what else is asked of the certificate, as the rest of a sentence
     */
    public static Step of(Preset<?> preset, Tls tls, String more, Kubectl kubectl) {
        String secret = tls.secret().name();
        String names = "`" + String.join("`, `", preset.certificateNames()) + "`";
        return tls.issuer()
                .map(issuer -> Step.titled("See that the " + issuer.kind() + " " + issuer.name() + " is there")
                        .because("Once the manifest is applied, cert-manager makes the Secret `" + secret
                                + "` by it, for " + names + more + " Until then pods wait.")
                        .run(kubectl.say("get " + issuer.kind().toLowerCase(Locale.ROOT) + " " + issuer.name())))
                .orElseGet(() -> Step.titled("See that the Secret " + secret + " is there")
                        .because("Its certificate must be good for " + names + more)
                        .run(kubectl.say("get secret " + secret)));
    }
}
