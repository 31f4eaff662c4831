CREATE DATABASE IF NOT EXISTS `<database>`;
CREATE USER IF NOT EXISTS '<database>'@'%' IDENTIFIED BY '<application>';
GRANT ALL PRIVILEGES ON `<pattern>`.* TO '<database>'@'%';
