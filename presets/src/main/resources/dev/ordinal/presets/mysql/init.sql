ALTER USER 'root'@'localhost' IDENTIFIED BY '<root>';
CREATE USER 'ordinal'@'127.0.0.1' IDENTIFIED BY '<replication>';
GRANT SELECT ON performance_schema.* TO 'ordinal'@'127.0.0.1';
GRANT RELOAD, SHUTDOWN, REPLICATION CLIENT ON *.* TO 'ordinal'@'127.0.0.1';
GRANT CLONE_ADMIN, CONNECTION_ADMIN, GROUP_REPLICATION_ADMIN, REPLICATION_SLAVE_ADMIN, SERVICE_CONNECTION_ADMIN, SYSTEM_VARIABLES_ADMIN ON *.* TO 'ordinal'@'127.0.0.1';
-- Probes only ask whether the server answers; an account that does not exist would fill the log with warnings.
CREATE USER 'probe'@'127.0.0.1' ACCOUNT LOCK;
CREATE USER 'replication'@'%' IDENTIFIED BY '<replication>';
GRANT REPLICATION SLAVE ON *.* TO 'replication'@'%';
GRANT BACKUP_ADMIN, CONNECTION_ADMIN, GROUP_REPLICATION_STREAM ON *.* TO 'replication'@'%';
GRANT SELECT ON performance_schema.* TO 'replication'@'%';
