package dev.ordinal.presets.zookeeper;

import static dev.ordinal.dsl.Size.mib;

import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.FilesVolume;
import dev.ordinal.dsl.VolumeSpec;

/** Who may come in: settings of the server, and the files that are made of Secrets before it starts. */
final class ZooKeeperSecurity {
    private final ZooKeeperEnsemble ensemble;

    private ZooKeeperSecurity(ZooKeeperEnsemble ensemble) {
        this.ensemble = ensemble;
    }

    static ZooKeeperSecurity of(ZooKeeperEnsemble ensemble) {
        return new ZooKeeperSecurity(ensemble);
    }

    boolean hasTls() {
        return ensemble.tls().isPresent();
    }

    boolean hasPasswords() {
        return ensemble.authentication().demand() != Demand.NONE;
    }

    /** With TLS, members know each other by certificate. */
    boolean membersHavePassword() {
        return hasPasswords() && !hasTls();
    }

    /** More of {@code zoo.cfg}. */
    String settings() {
        StringBuilder settings = new StringBuilder();
        if (hasTls()) {
            settings.append(file("tls.cfg")).append("ssl.clientAuth=" + (hasPasswords() ? "want" : "none") + "\n");
        }
        if (hasPasswords()) {
            settings.append(file("passwords.cfg")).append(enforced());
        }
        if (membersHavePassword()) {
            settings.append(file("members.cfg"))
                    .append("quorum.auth.learnerRequireSasl=" + is(Demand.SHOWN) + "\n")
                    .append("quorum.auth.serverRequireSasl=" + is(Demand.REQUIRED) + "\n");
        }
        return settings.toString();
    }

    private String enforced() {
        return is(Demand.REQUIRED)
                ? "enforce.auth.enabled=true\nenforce.auth.schemes=sasl" + (hasTls() ? ",x509" : "") + "\n"
                : "";
    }

    private boolean is(Demand least) {
        return ensemble.authentication().demand().isAtLeast(least);
    }

    /** What is done before the server starts. */
    String prepareScript() {
        return file("prepare.sh")
                + (hasTls() ? file("prepare-tls.sh") : "")
                + (hasPasswords() ? file("prepare-passwords.sh") : "")
                + (membersHavePassword() ? file("prepare-members.sh") : "");
    }

    /** The command line for people in the pod. */
    String clientScript() {
        return hasPasswords() ? file("cli.sh") : file("cli-insecure.sh");
    }

    /** What brings certificates from the Secret to the server, and tells which ones it shows. */
    FilesVolume certificateScripts(FilesVolume files) {
        return hasTls()
                ? files.file("certificates.sh", file("certificates.sh"))
                        .file("renew.sh", file("renew.sh"))
                        .file("shown.sh", file("shown.sh"))
                : files;
    }

    /** Where the server finds the users. */
    String flags() {
        return hasPasswords() ? " -Djava.security.auth.login.config=/stores/server.jaas" : "";
    }

    /** What prepare makes and the server reads; it is on no disk. */
    ContainerSpec stores(ContainerSpec container) {
        return hasTls() || hasPasswords()
                ? container.mount(VolumeSpec.scratch("stores").inMemory().limit(mib(1)), "/stores")
                : container;
    }

    /** What prepare reads. */
    ContainerSpec secrets(ContainerSpec prepare) {
        ContainerSpec with = certificates(prepare);
        return hasPasswords()
                ? with.mountReadOnly(
                        VolumeSpec.secret("passwords", ZooKeeperNames.passwords(ensemble))
                                .mode(0440),
                        "/passwords")
                : with;
    }

    /** What the server shows and trusts, as Kubernetes keeps it up to date. */
    ContainerSpec certificates(ContainerSpec container) {
        return hasTls()
                ? container.mountReadOnly(
                        VolumeSpec.secret("tls", ensemble.tls().get().secret()).mode(0440), "/tls")
                : container;
    }

    private static String file(String name) {
        return ZooKeeperRenderer.FILES.named(name);
    }
}
