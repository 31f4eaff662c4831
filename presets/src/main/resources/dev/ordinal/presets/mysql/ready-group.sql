SELECT COUNT(*) FROM performance_schema.replication_group_members AS own
WHERE own.member_id = @@server_uuid AND own.member_state = 'ONLINE' AND (
  SELECT COUNT(IF(member_state IN ('ONLINE', 'RECOVERING'), 1, NULL)) * 2 > COUNT(*)
  FROM performance_schema.replication_group_members);
