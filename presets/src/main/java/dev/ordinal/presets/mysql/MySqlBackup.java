package dev.ordinal.presets.mysql;

/**
 * A dump of all databases at regular times: a CronJob that reads one member and writes a file with the date in its name.
 *
 * @param schedule five fields, in UTC: {@code 0 3 * * *} is daily at 3
 * @param claim the claim that the files go to; it must exist, and should lie on other disks than the members'
 * @param keep how many files are kept
 */
public record MySqlBackup(String schedule, String claim, int keep) {
    /**
     * A backup.
     *
     * @throws IllegalArgumentException if no file would be kept
     */
    public MySqlBackup {
        if (keep < 1) {
            throw new IllegalArgumentException("keep takes 1 or more, but was given " + keep);
        }
    }

    /** A week of daily files, or as many of another schedule. */
    public static MySqlBackup to(String claim, String schedule) {
        return new MySqlBackup(schedule, claim, 7);
    }
}
