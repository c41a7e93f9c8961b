"""The same functions on Apache Spark, for facts and networks that one machine does not hold."""
