package dev.ordinal.dsl;

/** The names of the objects that an app becomes, derived here and nowhere else. */
final class Names {
    private Names() {}

    static String headless(StatefulApp app) {
        return app.headless().name().isEmpty()
                ? app.name() + "-headless"
                : app.headless().name();
    }

    static String service(StatefulApp app, ServiceSpec service) {
        return service.suffix().isPresent()
                ? app.name() + "-" + service.suffix().get()
                : app.name();
    }

    static String service(StatefulApp app, ServiceSpec service, int ordinal) {
        return service(app, service) + "-" + ordinal;
    }

    static String job(StatefulApp app, JobSpec job) {
        return app.name() + "-" + job.name();
    }

    static String files(StatefulApp app, FilesVolume files) {
        return app.name() + "-" + files.name();
    }

    /** The disruption budget, the network policy, the account, its role and its binding are all named as the app. */
    static String own(StatefulApp app) {
        return app.name();
    }
}
