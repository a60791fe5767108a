package clinic.daybook.book;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Its first query reaches the database, but the connection breaks before the answer. */
final class AnswerLost extends DelegatingDataSource {

	boolean lost;

	AnswerLost(DataSource target) {
		super(target);
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					Object result = invoke(connection, method, arguments);
					return (result instanceof PreparedStatement statement) ? breaking(connection, statement) : result;
				});
	}

	private Object breaking(Connection connection, PreparedStatement statement) {
		return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { PreparedStatement.class },
				(proxy, method, arguments) -> {
					Object result = invoke(statement, method, arguments);
					if (method.getName().equals("executeQuery") && !this.lost) {
						this.lost = true;
						connection.close();
						throw new SQLException("An I/O error occurred", "08006");
					}
					return result;
				});
	}

	private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
