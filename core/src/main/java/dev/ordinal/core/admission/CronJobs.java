package dev.ordinal.core.admission;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** CronJob, batch/v1. */
final class CronJobs {
    private static final int LONGEST_NAME = 52;
    private static final int LONGEST_ZONE_PART = 14;
    /** Zones that the server knows, and Java by another name or not yet. */
    private static final Set<String> OLD_ZONES =
            Set.of("EST", "MST", "HST", "ROC", "Factory", "GMT+0", "GMT-0", "America/Coyhaique");

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private CronJobs() {}

    static void check(Node job) {
        Metadata.check(job, Names.DNS_SUBDOMAIN);
        Node name = job.field("metadata").field("name");
        if (name.text().length() > LONGEST_NAME) {
            name.invalid(
                    Statement.SIZE_IS_WITHIN_LIMIT,
                    "its jobs get eleven characters more, so it may have 52",
                    "write a shorter name");
        }
        Node spec = job.field("spec");
        schedule(spec.field("schedule"));
        if (spec.field("timeZone").isPresent() && !isZone(spec.field("timeZone").text())) {
            spec.field("timeZone")
                    .invalid(
                            Statement.VALUE_IS_KNOWN,
                            "no time zone is called so",
                            "write a name such as Etc/UTC or Europe/Berlin");
        }
        for (String count :
                List.of("startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit")) {
            spec.field(count).atLeast(0);
        }
        spec.field("concurrencyPolicy").given().oneOf("Allow", "Forbid", "Replace");
        jobSpec(spec.field("jobTemplate").field("spec"));
    }

    private static void jobSpec(Node spec) {
        if (spec.field("selector").isPresent()) {
            spec.field("selector")
                    .invalid(
                            Statement.FIELD_IS_ALLOWED_HERE,
                            "the server makes the selectors of its jobs",
                            "remove selector");
        }
        if (spec.field("manualSelector").isTrue()) {
            spec.field("manualSelector")
                    .refuse(
                            Reason.NOT_SUPPORTED,
                            Statement.FIELD_IS_ALLOWED_HERE,
                            "the server makes the selectors of its jobs",
                            "remove manualSelector");
        }
        // Here the server does not fill in how many pods must succeed.
        Jobs.spec(spec, spec.field("completions"));
    }

    private static void schedule(Node schedule) {
        if (!schedule.required("schedule: \"0 3 * * *\"")) {
            return;
        }
        if (schedule.text().contains("TZ")) {
            schedule.invalid(
                    Statement.TEXT_IS_WELL_FORMED, "the zone has a field of its own", "write timeZone: Etc/UTC");
        } else if (!Schedules.isSchedule(schedule.text())) {
            schedule.invalid(
                    Statement.TEXT_IS_WELL_FORMED,
                    "it must be five fields (minute, hour, day, month, weekday) or a word such as @daily",
                    "write, for example, \"0 3 * * *\"");
        }
    }

    private static boolean isZone(String zone) {
        for (String part : zone.split("/", -1)) {
            if (part.isEmpty() || part.length() > LONGEST_ZONE_PART) {
                return false;
            }
        }
        return !zone.startsWith("SystemV/") && (OLD_ZONES.contains(zone) || ZONES.contains(zone));
    }
}
