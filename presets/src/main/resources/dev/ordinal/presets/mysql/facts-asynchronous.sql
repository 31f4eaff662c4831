-- One line: whether writes are taken, the two replication threads, their source, and every transaction that was executed.
SELECT
  IF(@@super_read_only, 'CLOSED', 'OPEN'),
  COALESCE((SELECT service_state FROM performance_schema.replication_connection_status WHERE channel_name = ''), 'OFF'),
  COALESCE((SELECT service_state FROM performance_schema.replication_applier_status WHERE channel_name = ''), 'OFF'),
  COALESCE((SELECT NULLIF(host, '') FROM performance_schema.replication_connection_configuration
            WHERE channel_name = ''), '-'),
  COALESCE(NULLIF(REPLACE(@@gtid_executed, '\n', ''), ''), '-');
