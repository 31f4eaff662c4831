-- One line: state in the group, whether a majority can be reached, role, every transaction that is known here, those that
-- are in no log any more, and whom the group counts.
SELECT
  COALESCE((SELECT member_state FROM performance_schema.replication_group_members
            WHERE member_id = @@server_uuid), 'OFFLINE'),
  (SELECT COUNT(IF(member_state IN ('ONLINE', 'RECOVERING'), 1, NULL)) * 2 > COUNT(*)
   FROM performance_schema.replication_group_members),
  COALESCE((SELECT NULLIF(member_role, '') FROM performance_schema.replication_group_members
            WHERE member_id = @@server_uuid), 'NONE'),
  COALESCE(NULLIF(TRIM(BOTH ',' FROM REPLACE(CONCAT(@@gtid_executed, ',',
    COALESCE((SELECT received_transaction_set FROM performance_schema.replication_connection_status
              WHERE channel_name = 'group_replication_applier'), '')), '\n', '')), ''), '-'),
  COALESCE(NULLIF(REPLACE(@@gtid_purged, '\n', ''), ''), '-'),
  COALESCE((SELECT GROUP_CONCAT(SUBSTRING_INDEX(member_host, '.', 1)) FROM performance_schema.replication_group_members
            WHERE member_id <> ''), '-');
