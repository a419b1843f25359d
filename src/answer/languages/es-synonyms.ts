/** Everyday Spanish words that ask for the same, a group a line; as in English, a phrase has its words joined by `_`. */
export const SPANISH_SYNONYMS = `
quitar borrar eliminar suprimir
parar impedir evitar bloquear desactivar apagar
activar encender permitir
cambiar sustituir reemplazar modificar
mostrar ver visualizar
buscar encontrar localizar hallar
hacer crear montar elaborar
varios multiples mas_de_un
ordenador computadora computador pc portatil
foto fotografia imagen
mensaje correo email
comprar adquirir
precio coste costo tarifa cuanto_cuesta cuanto_vale valer costar pagar
cuota mensualidad
empezar comenzar iniciar inicio comienzo
terminar acabar finalizar fin final
grande enorme
pequeno chico
rapido veloz
trabajo empleo puesto cargo
reparar arreglar
roto averiado estropeado danado
diferencia distinto
error problema fallo falla
mover trasladar transferir
compartir enviar mandar
guardar conservar
anadir agregar incluir
unir juntar combinar
elegir escoger seleccionar
nino nina chico chica crio peque menor
coche carro auto vehiculo
jefe lider director directora encargado encargada responsable dirigir
sitio lugar ubicacion local
telefono movil celular llamar
contacto contactar comunicarse
invitado visitante visita
inscribirse apuntarse registrarse darse_de_alta alta inscripcion
cancelar darse_de_baja baja anular
prohibido no_se_permite
obligatorio necesario requisito tener_que
reservar reserva
alquilar rentar
perder perdido extraviado olvidado
comer comida
perro mascota animal
limite maximo tope
aumentar subir
bajar reducir
primero mas_antiguo
ultimo mas_reciente
edad anos
grupo equipo
duracion cuanto_dura cuanto_tiempo
frecuencia a_menudo
ensenar formar curso taller clase
limpiar limpieza
reunion encuentro junta
fiesta celebracion evento
cerrar cierre
abrir apertura
horario horas
regla norma reglamento
multa sancion penalizacion
tarde retraso vencido
prestamo prestar sacar_libros llevarse
devolver devolucion
renovar prorrogar
donar donacion regalar
voluntario voluntariado
dinero plata efectivo
carne carnet tarjeta credencial
libro ejemplar
gratis gratuito sin_pagar
imprimir impresora impresion
wifi internet red conexion
silla_de_ruedas accesible accesibilidad minusvalido
`;
