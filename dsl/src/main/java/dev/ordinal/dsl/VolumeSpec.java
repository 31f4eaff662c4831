package dev.ordinal.dsl;

/**
 * A volume of the pod. Containers mount the value itself; the pod's list of volumes and its claim templates follow from the
 * mounts, so an undeclared volume cannot be mounted. Two volumes of one pod need two names.
 */
public sealed interface VolumeSpec
        permits ClaimVolume,
                ScratchVolume,
                FilesVolume,
                ConfigVolume,
                SecretVolume,
                DownwardVolume,
                ProjectedVolume,
                CsiVolume,
                NfsVolume,
                HostPathVolume,
                EphemeralVolume,
                ExistingClaimVolume {
    /** The volume's name: 1 to 63 of {@code a-z 0-9 -}. */
    String name();

    /** A disk of its own for each pod, which stays when the pod goes: a claim template of the StatefulSet. */
    static ClaimVolume claim(String name, Size size) {
        return ImmutableClaimVolume.of(name, size);
    }

    /** An empty folder that lives as long as the pod: {@code emptyDir}. */
    static ScratchVolume scratch(String name) {
        return ImmutableScratchVolume.of(name);
    }

    /** Configuration and scripts: a ConfigMap that is rendered with the app, named {@code <app>-<name>}. */
    static FilesVolume files(String name) {
        return ImmutableFilesVolume.of(name);
    }

    /** Files from a ConfigMap that exists beforehand. */
    static ConfigVolume config(String name, ConfigRef config) {
        return ImmutableConfigVolume.of(name, config);
    }

    /** Files from a Secret that exists beforehand. */
    static SecretVolume secret(String name, SecretRef secret) {
        return ImmutableSecretVolume.of(name, secret);
    }

    /** Facts about the pod as files, kept up to date: the downward API. */
    static DownwardVolume downward(String name) {
        return ImmutableDownwardVolume.of(name);
    }

    /** Several sources in one folder: service-account token, Secrets, ConfigMaps, facts about the pod. */
    static ProjectedVolume projected(String name) {
        return ImmutableProjectedVolume.of(name);
    }

    /** A volume that a CSI driver makes for each pod and removes with it. */
    static CsiVolume csi(String name, String driver) {
        return ImmutableCsiVolume.of(name, driver);
    }

    /** A folder of an NFS server, shared by all pods. */
    static NfsVolume nfs(String name, String server, String path) {
        return ImmutableNfsVolume.of(name, server, path);
    }

    /** A path of the node. Binds the pod to what that node has; level <i>privileged</i>. */
    static HostPathVolume hostPath(String name, String path) {
        return ImmutableHostPathVolume.of(name, path);
    }

    /** A claim that is made with the pod and goes with it: big scratch space on real disks. */
    static EphemeralVolume ephemeral(String name, Size size) {
        return ImmutableEphemeralVolume.of(name, size);
    }

    /** A claim that exists beforehand, shared by all pods. */
    static ExistingClaimVolume existingClaim(String name, String claimName) {
        return ImmutableExistingClaimVolume.of(name, claimName);
    }
}
