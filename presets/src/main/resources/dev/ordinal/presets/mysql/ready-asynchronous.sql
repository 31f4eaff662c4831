-- Takes writes, or applies what it gets; a replica whose source is away goes on serving reads.
SELECT @@super_read_only = 0 OR (
  (SELECT COUNT(*) FROM performance_schema.replication_connection_status
   WHERE channel_name = '' AND service_state <> 'OFF')
  AND (SELECT COUNT(*) FROM performance_schema.replication_applier_status
       WHERE channel_name = '' AND service_state = 'ON'));
