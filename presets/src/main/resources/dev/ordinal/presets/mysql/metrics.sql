CREATE USER IF NOT EXISTS 'metrics'@'localhost' IDENTIFIED BY '<metrics>' WITH MAX_USER_CONNECTIONS 3;
GRANT PROCESS, REPLICATION CLIENT ON *.* TO 'metrics'@'localhost';
GRANT SELECT ON performance_schema.* TO 'metrics'@'localhost';
