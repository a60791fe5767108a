package clinic.daybook.benchmarks.append;

import java.sql.Types;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.BinaryJdbcType;

/**
 * What Axon advises for PostgreSQL: otherwise each payload is a large object of its own,
 * and the JPA engine slower than it has to be.
 */
public final class BytesInRows extends PostgreSQLDialect {

	@Override
	protected String columnType(int type) {
		return (type == SqlTypes.BLOB) ? "bytea" : super.columnType(type);
	}

	@Override
	protected String castType(int type) {
		return (type == SqlTypes.BLOB) ? "bytea" : super.castType(type);
	}

	@Override
	public void contributeTypes(TypeContributions contributions, ServiceRegistry services) {
		super.contributeTypes(contributions, services);
		contributions.getTypeConfiguration().getJdbcTypeRegistry().addDescriptor(Types.BLOB, BinaryJdbcType.INSTANCE);
	}

}
