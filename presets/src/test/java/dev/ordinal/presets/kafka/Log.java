package dev.ordinal.presets.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic as somebody sees it who writes and reads with these settings. */
record Log(String topic, Map<String, Object> settings) {
    /** Somebody who waits for all copies and gives up after a while. */
    Producer<String, String> producer() {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("acks", "all");
        all.put("delivery.timeout.ms", 20_000);
        all.put("request.timeout.ms", 5_000);
        all.put("max.block.ms", 20_000);
        all.put("linger.ms", 0);
        all.put("reconnect.backoff.max.ms", 500);
        return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    }

    /** Writes records; comes back when all are acknowledged. */
    void write(String... values) throws ExecutionException, InterruptedException {
        try (Producer<String, String> producer = producer()) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, value)).get();
            }
        }
    }

    /** All that is in the topic now, sorted. */
    List<String> read() {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("auto.offset.reset", "earliest");
        all.put("default.api.timeout.ms", 20_000);
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream().map(Log::place).toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return until(consumer, ends);
        }
    }

    private static List<String> until(Consumer<String, String> consumer, Map<TopicPartition, Long> ends) {
        List<String> values = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not all could be read: " + values.size() + " records");
            }
            consumer.poll(Duration.ofMillis(200)).forEach(one -> values.add(one.value()));
        }
        return values.stream().sorted().toList();
    }

    private static TopicPartition place(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
